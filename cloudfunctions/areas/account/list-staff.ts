import * as v from 'valibot';
import type { Waiting } from '@contract/invitation';
import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children, posts } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { viewPost } from './staff';

/** More are counted as so many. */
const waitingAtMost = 200;
/** Sorts after every digit. */
const afterDigits = '~';

export const listStaff = defineAction('account.listStaff', {
  allow: having('admin'),
  async handle({ caller, database }, { cursor }) {
    const held = signedIn(caller).posts.filter(({ role }) => role === 'admin');
    // A county's administrator sees the county, also when they hold a school's post beside it.
    const own = held.find(({ schoolId }) => schoolId === undefined) ?? held[0];
    const where = own?.schoolId ? { schoolId: own.schoolId } : { county: own?.county ?? '' };
    const found = await database.find(posts, {
      where: { ...where, until: null, ...(cursor ? { _id: command.gt(cursor) } : {}) },
      order: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    const county = own && !own.schoolId && !cursor ? own.county : undefined;
    return {
      posts: page.map((post) => viewPost(post, caller.openid)),
      next: found.length > page.length ? page.at(-1)?._id : undefined,
      waiting: county === undefined ? undefined : await countWaiting(database, county),
    };
  },
});

/** Families of the county that wait for a child director: only the administrator can bring one in. */
async function countWaiting(database: Database, county: string): Promise<Waiting[]> {
  const found = await database.findParts(children, v.object({ waitsIn: v.string() }), {
    where: { waitsIn: command.gte(county).and(command.lt(`${county}${afterDigits}`)) },
    order: [
      ['waitsIn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: waitingAtMost,
    fields: { waitsIn: true },
  });
  const counts = new Map<string, number>();
  for (const { waitsIn } of found) counts.set(waitsIn, (counts.get(waitsIn) ?? 0) + 1);
  return [...counts].map(([township, families]) => ({ township, families }));
}
