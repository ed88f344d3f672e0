import { historyPage, type HistoryEntry, type RecordKind } from '@contract/manage';
import type { Caller } from './caller';
import { directoryChanges, people, type DirectoryChangeDocument } from './collections';
import { command, type Database } from './database';
import { decrypt, encrypt } from './field-encryption';
import type { Transaction } from './transaction';

export const refOf = (kind: RecordKind, id: string): string => `${kind}_${id}`;
const placeOf = (id: string) => ({ collection: directoryChanges.name, id, field: 'who' });

/** Writes down, together with the change itself, who did what to an entry. One round trip. */
export async function noteChange(
  transaction: Transaction,
  {
    caller: { openid, person },
    requestId,
    ...entry
  }: {
    caller: Caller;
    requestId: string;
  } & Pick<DirectoryChangeDocument, 'ref' | 'what' | 'at' | 'changes'>,
): Promise<void> {
  const _id = `${openid}_${requestId}`;
  const name =
    person?.name && decrypt({ collection: people.name, id: openid, field: 'name' }, person.name);
  const who = name === undefined ? null : encrypt(placeOf(_id), name);
  await transaction.add(directoryChanges, { _id, by: openid, who, ...entry });
}

/** A page of what was done to an entry, newest first. One round trip. */
export async function readHistory(
  database: Database,
  ref: string,
  before?: number,
): Promise<{ entries: HistoryEntry[]; next?: number | undefined }> {
  const found = await database.find(directoryChanges, {
    where: { ref, ...(before !== undefined && { at: command.lt(before) }) },
    order: [['at', 'desc']],
    limit: historyPage + 1,
  });
  const page = found.slice(0, historyPage);
  return {
    entries: page.map(({ _id, at, what, who, changes }) => ({
      ...{ at, what, changes },
      ...(who !== null && { name: decrypt(placeOf(_id), who) }),
    })),
    next: found.length > page.length ? page.at(-1)?.at : undefined,
  };
}

/** An account goes: what was done stays, since it is public, but not who did it. */
export async function forgetEditor(database: Database, openid: string): Promise<void> {
  await database.updateWhere(directoryChanges, { by: openid }, { by: '', who: null });
}
