import { nationalLines } from '@contract/national-lines';
import { isCheckOverdue } from '@rules/directory-records';
import { wholeCountry } from '@rules/guide-regions';
import { defineAction, type Context } from '../../platform/action';
import { having } from '../../platform/allow';
import { hotlines } from '../../platform/collections';
import { readHistory, refOf } from '../../platform/directory-history';
import { ActionError } from '../../platform/errors';
import { lineFields, ownService, scopeOf, serviceFields } from './desk';

/** Two round trips. */
export const showRecord = defineAction('directory.showRecord', {
  allow: having('admin'),
  async handle(context, { kind, id }) {
    const { database, now } = context;
    const record = await (kind === 'service'
      ? serviceRecord(context, id)
      : lineRecord(context, id));
    const overdue = isCheckOverdue(kind, record.verifiedAt, now);
    return { now, ...record, overdue, history: await readHistory(database, refOf(kind, id)) };
  },
});

async function serviceRecord({ caller, database }: Context, id: string) {
  const service = await ownService(database, scopeOf(caller), id);
  const { rev = 0, verifiedAt, demonstration } = service;
  return { rev, verifiedAt, demonstration, editable: true, service: serviceFields(service) };
}

async function lineRecord({ caller, database }: Context, id: string) {
  const { county, schoolId } = scopeOf(caller);
  const stored = await database.get(hotlines, id);
  const region = stored?.region ?? wholeCountry;
  const line = stored ?? nationalLines.find((one) => one.id === id);
  const own = schoolId === undefined && (region === county || region === wholeCountry);
  if (!line || !own) throw new ActionError('NOT_FOUND');
  const { verifiedAt } = line;
  const fields = lineFields({ rev: 0, ...line, _id: id, region });
  const editable = region === county;
  return { rev: stored?.rev ?? 0, verifiedAt, demonstration: false, editable, line: fields };
}

export const listChanges = defineAction('directory.listChanges', {
  allow: having('admin'),
  async handle(context, { kind, id, before }) {
    await (kind === 'service' ? serviceRecord(context, id) : lineRecord(context, id));
    return readHistory(context.database, refOf(kind, id), before);
  },
});
