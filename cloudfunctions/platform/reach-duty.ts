import { people } from './collections';
import { command, type Database } from './database';
import { reachableByPush } from './reachable';

/**
 * Which of these people a dutyAlert reaches outside of the app: by WeChat, by the operator's further
 * channel, or because there is a number by which somebody can call them. Two round trips.
 */
export async function reachable(
  database: Database,
  openids: readonly string[],
): Promise<Set<string>> {
  if (openids.length === 0) return new Set();
  const asked = [...new Set(openids)];
  const [found, pushed] = await Promise.all([
    database.find(people, { where: { _id: command.in(asked) }, limit: 1000 }),
    reachableByPush(database, asked),
  ]);
  const called = new Set(found.filter(({ phone }) => phone !== undefined).map(({ _id }) => _id));
  return new Set(asked.filter((one) => called.has(one) || pushed.get(one) !== 'none'));
}
