import { ServiceFieldsSchema, type ServiceFields } from '@contract/manage';
import { changesOf, missingIn } from '@rules/directory-records';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellors, regions, schools, services } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { isDemonstration } from '../../platform/demonstration';
import { noteChange, readHistory, refOf } from '../../platform/directory-history';
import { ActionError } from '../../platform/errors';
import { ownService, replaceFields, scopeOf, serviceFields, type DeskScope } from './desk';

const keys = Object.keys(ServiceFieldsSchema.entries);
/** What a counsellor's places are made with (areas/booking/county-copies.ts). */
const shownWithPlaces = ['name', 'ways', 'cost', 'bring', 'travel', 'closedOn'];

/**
 * Two administrators at once: the second one is shown what the first one wrote, and nothing is
 * overwritten. Counsellors' places follow within a minute.
 */
export const saveService = defineAction('directory.saveService', {
  allow: having('admin'),
  async handle(context, { base, fields: wished }) {
    const { caller, database, now, newId, once, requestId } = context;
    const scope = scopeOf(caller);
    const fields = await checked(database, scope, wished);
    const townshipName = await nameOfTownship(database, scope, fields);
    const id = base?.id ?? newId('service');
    let touched = false;
    const answer = await once(async (transaction) => {
      touched = false;
      const note = { caller, requestId, ref: refOf('service', id), at: now };
      if (!base) {
        await transaction.add(services, {
          ...{ _id: id, county: scope.county, townshipName, ...fields },
          ...{ verifiedAt: now, demonstration: isDemonstration(), rev: 1 },
        });
        await noteChange(transaction, { ...note, what: 'made', changes: [] });
        return { state: 'saved', id, rev: 1 } as const;
      }
      const stored = await ownService(transaction, scope, id);
      const before = serviceFields(stored);
      const rev = stored.rev ?? 0;
      if (rev !== base.rev) return { state: 'changed', id, rev, fields: before } as const;
      const changes = changesOf(before, fields);
      if (changes.length === 0) return { state: 'saved', id, rev } as const;
      const set = replaceFields(keys, fields);
      await transaction.update(services, id, { ...set, townshipName, rev: rev + 1 });
      await noteChange(transaction, { ...note, what: 'changed', changes });
      touched = changes.some(({ field }) => shownWithPlaces.includes(field));
      return { state: 'saved', id, rev: rev + 1 } as const;
    });
    if (touched) {
      const { county } = scope;
      await database.updateWhere(counsellors, { county }, { unsettled: requestId });
    }
    if (answer.state === 'saved') return answer;
    const [last] = (await readHistory(database, refOf('service', id))).entries;
    return { ...answer, name: last?.name, at: last?.at };
  },
});

/** What a form cannot know: places of other counties, somebody else's school. */
async function checked(
  database: Database,
  { county, schoolId }: DeskScope,
  wished: ServiceFields,
): Promise<ServiceFields> {
  const fields = schoolId === undefined ? wished : { ...wished, schoolId };
  const places = [fields.township, ...Object.keys(fields.travel)];
  if (places.some((code) => countyOf(code) !== county)) throw new ActionError('NOT_FOUND');
  if (missingIn(fields).length > 0) throw new ActionError('INVALID_INPUT');
  if (fields.schoolId !== undefined && schoolId === undefined) {
    const school = await database.get(schools, fields.schoolId);
    if (school?.county !== county) throw new ActionError('NOT_FOUND');
  }
  return fields;
}

async function nameOfTownship(
  database: Database,
  { county }: DeskScope,
  { township }: ServiceFields,
): Promise<string> {
  const region = await database.get(regions, township);
  if (!region || countyOf(township) !== county) throw new ActionError('NOT_FOUND');
  return region.name;
}
