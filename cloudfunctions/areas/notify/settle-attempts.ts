import type { PushTemplate } from '@contract/push';
import { pushes, subscriptions } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import type { Attempt } from './attempt-push';

/** Writes down what became of messages, those with the same fate together, and then the ledger. */
export async function settleAttempts(
  { database, claim }: { database: Database; claim: string },
  attempts: readonly Attempt[],
): Promise<void> {
  const fates = new Map<string, { ids: string[]; change: Attempt['change'] }>();
  for (const { push, change } of attempts) {
    const fate = JSON.stringify(change);
    const same = fates.get(fate) ?? { ids: [], change };
    same.ids.push(push._id);
    fates.set(fate, same);
  }
  for (const { ids, change } of fates.values()) {
    await database.updateWhere(pushes, { _id: command.in(ids), claim }, change);
  }
  await keepLedger(database, attempts);
}

/** One consent less for what arrived; none left where WeChat says so. What may have arrived costs none
 * here: should it have, WeChat's next refusal says so. */
async function keepLedger(database: Database, attempts: readonly Attempt[]): Promise<void> {
  const changes = new Map<string, { people: string[]; template: PushTemplate; spent: boolean }>();
  const counted = new Map<string, number>();
  for (const { push, outcome } of attempts) {
    const { to, template, channel } = push;
    if (channel === 'hook' || !['sent', 'spent'].includes(outcome)) continue;
    const spent = outcome === 'spent';
    // The second of one person in the same handful is a change of its own.
    const round = counted.get(`${to}|${template}`) ?? 0;
    counted.set(`${to}|${template}`, round + 1);
    const key = `${template}|${spent}|${round}`;
    const same = changes.get(key) ?? { people: [], template, spent };
    same.people.push(to);
    changes.set(key, same);
  }
  for (const { people, template, spent } of changes.values()) {
    const field = `stock.${template}`;
    const where = { _id: command.in(people), [field]: command.gt(0) };
    await database.updateWhere(subscriptions, where, { [field]: spent ? 0 : command.inc(-1) });
  }
}
