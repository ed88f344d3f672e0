import { dayMs, dayOf } from '@rules/dates';
import { countyPlace, isWholeCounty } from '@rules/campaign';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import type { Caller } from '../../platform/caller';
import { arrivals, arrivalTallies, regions } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { blindIndex } from '../../platform/field-encryption';
import { inTransaction } from '../../platform/transaction';

/** A crowd that scans at once is spread over so many documents. */
const parts = 16;

/**
 * The person's mark and the count change together, so nobody is counted twice and nobody lost. The
 * answer is always the same: it does not say whether somebody has been here before.
 */
export const noteArrival = defineAction('reach.noteArrival', {
  allow: anyone,
  async handle({ caller, database, now, random }, { channel, place }) {
    if (isKnown(caller, now) || !(await exists(database, place))) return {};
    const _id = blindIndex('arrival', caller.openid);
    const county = countyOf(place);
    const month = dayOf(now).slice(0, 7);
    const part = Math.floor(random() * parts);
    const key = `${place}_${channel}`;
    await inTransaction(database, random, async (transaction) => {
      if (await transaction.get(arrivals, _id)) return;
      await transaction.add(arrivals, { _id, at: now });
      await transaction.updateOrAdd(
        arrivalTallies,
        { [`counts.${key}`]: command.inc(1) },
        { _id: `${county}_${month}_${part}`, county, month, counts: { [key]: 1 } },
      );
    });
    return {};
  },
});

/** Staff who try a code, and families who found the way without one, do not come for the first time. */
function isKnown({ person }: Caller, now: number): boolean {
  if (!person) return false;
  return person.posts.length > 0 || person.createdAt < now - dayMs;
}

/** Only places that there are: a scene can be made up. */
async function exists(database: Database, place: string): Promise<boolean> {
  if (!isWholeCounty(place)) return (await database.get(regions, place)) !== undefined;
  const county = countyOf(place);
  const next = command.gt(countyPlace(county)).and(command.lt(`${county}~`));
  const [first] = await database.find(regions, {
    where: { _id: next },
    order: [['_id', 'asc']],
    limit: 1,
  });
  return first !== undefined;
}
