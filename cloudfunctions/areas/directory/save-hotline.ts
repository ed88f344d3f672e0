import { LineFieldsSchema } from '@contract/manage';
import { changesOf } from '@rules/directory-records';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { hotlines } from '../../platform/collections';
import { noteChange, readHistory, refOf } from '../../platform/directory-history';
import { ActionError } from '../../platform/errors';
import { lineFields, replaceFields, scopeOf } from './desk';

const keys = Object.keys(LineFieldsSchema.entries);

/** As saveService; a number of the whole country is not one county's to change. */
export const saveHotline = defineAction('directory.saveHotline', {
  allow: countyAdministrators,
  async handle(context, { base, fields }) {
    const { caller, database, now, newId, once, requestId } = context;
    const { county } = scopeOf(caller);
    const id = base?.id ?? newId('line');
    const answer = await once(async (transaction) => {
      const note = { caller, requestId, ref: refOf('line', id), at: now };
      if (!base) {
        const document = { _id: id, region: county, ...fields, verifiedAt: now, rev: 1 };
        await transaction.add(hotlines, document);
        await noteChange(transaction, { ...note, what: 'made', changes: [] });
        return { state: 'saved', id, rev: 1 } as const;
      }
      const stored = await transaction.get(hotlines, id);
      if (stored?.region !== county) throw new ActionError('NOT_FOUND');
      const before = lineFields(stored);
      const rev = stored.rev ?? 0;
      if (rev !== base.rev) return { state: 'changed', id, rev, fields: before } as const;
      const changes = changesOf(before, fields);
      if (changes.length === 0) return { state: 'saved', id, rev } as const;
      const set = replaceFields(keys, fields);
      await transaction.update(hotlines, id, { ...set, rev: rev + 1 });
      await noteChange(transaction, { ...note, what: 'changed', changes });
      return { state: 'saved', id, rev: rev + 1 } as const;
    });
    if (answer.state === 'saved') return answer;
    const [last] = (await readHistory(database, refOf('line', id))).entries;
    return { ...answer, name: last?.name, at: last?.at };
  },
});
