import * as v from 'valibot';
import { people } from './collections';
import { command, type Database } from './database';
import { reachableByPush } from './reachable';

const atOnce = 500;
const PhoneSchema = v.object({ _id: v.string(), phone: v.optional(v.string()) });

/**
 * Which of these people a dutyAlert reaches outside of the app: by WeChat, by the operator's further
 * channel, or because there is a number by which somebody can call them. Two round trips, and two more
 * for each further page of people.
 */
export async function reachable(
  database: Database,
  openids: readonly string[],
): Promise<Set<string>> {
  if (openids.length === 0) return new Set();
  const asked = [...new Set(openids)];
  const pages = Array.from({ length: Math.ceil(asked.length / atOnce) }, (_none, page) =>
    asked.slice(page * atOnce, (page + 1) * atOnce),
  );
  const reached = await Promise.all(pages.map((page) => reachedOf(database, page)));
  return new Set(reached.flat());
}

async function reachedOf(database: Database, asked: readonly string[]): Promise<string[]> {
  const [found, pushed] = await Promise.all([
    database.findParts(people, PhoneSchema, {
      where: { _id: command.in([...asked]) },
      limit: atOnce,
      fields: { _id: true, phone: true },
    }),
    reachableByPush(database, asked),
  ]);
  const called = new Set(found.filter(({ phone }) => phone !== undefined).map(({ _id }) => _id));
  return asked.filter((one) => called.has(one) || pushed.get(one) !== 'none');
}
