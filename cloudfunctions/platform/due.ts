import { due, type DueDocument } from './collections';
import { command, type Database } from './database';
import { faultOf, log } from './log';
import type { Transaction } from './transaction';

type Kind = DueDocument['kind'];

export const dueId = (kind: Kind, ref: string) => `${kind}_${ref}`;

/** Notes within a transaction that something must happen later; once for each kind and thing. */
export async function schedule(
  transaction: Transaction,
  { kind, ref, at }: Pick<DueDocument, 'kind' | 'ref' | 'at'>,
): Promise<void> {
  await transaction.add(due, { _id: dueId(kind, ref), kind, ref, at });
}

/** The same for what may be noted already: it is due at this time instead. Two round trips. */
export async function scheduleAnew(
  transaction: Transaction,
  { kind, ref, at }: Pick<DueDocument, 'kind' | 'ref' | 'at'>,
): Promise<void> {
  const _id = dueId(kind, ref);
  // Asked first: a change to what it is already would count as no change at all.
  if (await transaction.get(due, _id)) await transaction.update(due, _id, { at });
  else await schedule(transaction, { kind, ref, at });
}

/** What was settled in time need not happen any more. */
export async function unschedule(transaction: Transaction, kind: Kind, ref: string): Promise<void> {
  await transaction.remove(due, dueId(kind, ref));
}

const takenAtOnce = 50;
/** Two hundred alerts may come due in one minute: so many times fifty in one run. */
const roundsAtMost = 8;

/**
 * Carries out what is due, the oldest first, and answers how much that was. A handler may be called
 * twice for one thing, when the run before died in between: it must then do nothing. What fails
 * stays and is tried again by the next run.
 */
export async function carryOutDue(
  database: Database,
  now: number,
  handlers: Record<Kind, (ref: string) => Promise<void>>,
): Promise<number> {
  let done = 0;
  for (let round = 0; round < roundsAtMost; round += 1) {
    const found = await database.find(due, {
      where: { at: command.lte(now) },
      order: [['at', 'asc']],
      limit: takenAtOnce,
    });
    const before = done;
    done += await carryOut(database, found, handlers);
    // What failed stays in front: it is for the next run.
    if (found.length < takenAtOnce || done === before) break;
  }
  return done;
}

async function carryOut(
  database: Database,
  found: readonly DueDocument[],
  handlers: Record<Kind, (ref: string) => Promise<void>>,
): Promise<number> {
  let done = 0;
  for (const { _id, kind, ref, at } of found) {
    try {
      await handlers[kind](ref);
      // Unless it was put off meanwhile.
      await database.removeWhere(due, { _id, at });
      done += 1;
    } catch (error) {
      log({ action: `due ${kind}`, code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return done;
}
