import { dueSoonDays } from '@contract/publishing';
import { EmptySchema } from '@contract/shapes';
import { addDays, dayOf } from '@rules/dates';
import { guides, posts, type GuideDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { once } from '../../platform/idempotency';
import { faultOf, log } from '../../platform/log';

const lookedAt = 100;
const staffAtMost = 1000;
/** A job that stood still for some days tells what it has missed. */
const graceDays = 7;

/**
 * Tells the administrators of the county where a guide was published that its signatures run out
 * soon, once for each end; answers how many guides that were.
 */
export async function tellDue(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  const today = dayOf(now);
  const from = command.gte(addDays(today, -graceDays));
  const found = await database.find(guides, {
    where: {
      status: 'published',
      reviewDueDay: from.and(command.lte(addDays(today, dueSoonDays))),
    },
    order: [
      ['reviewDueDay', 'asc'],
      ['_id', 'asc'],
    ],
    limit: lookedAt,
  });
  const untold = found.filter(
    ({ dueTold, reviewDueDay, publishedIn }) => publishedIn && dueTold !== reviewDueDay,
  );
  const byCounty = new Map<string, string[]>();
  let told = 0;
  for (const guide of untold) {
    try {
      const { publishedIn: county = '' } = guide;
      const to = byCounty.get(county) ?? (await administratorsOf(database, county));
      byCounty.set(county, to);
      await tellOne(database, guide, { to, now, random });
      told += 1;
    } catch (error) {
      log({ action: 'tellDue', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return told;
}

async function administratorsOf(database: Database, county: string): Promise<string[]> {
  const found = await database.find(posts, {
    where: { county, until: null, role: 'admin' },
    order: [['_id', 'asc']],
    limit: staffAtMost,
  });
  return [...new Set(found.flatMap(({ openid, schoolId }) => (schoolId ? [] : [openid])))];
}

async function tellOne(
  database: Database,
  { _id, id, version, title, reviewDueDay }: GuideDocument,
  { to, now, random }: { to: string[]; now: number; random: () => number },
): Promise<void> {
  const requestId = `${_id}_${reviewDueDay ?? ''}`;
  const request = { action: 'tellDue', input: {}, openid: 'job', requestId, now };
  await once(database, random, request, EmptySchema, async (transaction) => {
    await transaction.update(guides, _id, { dueTold: reviewDueDay });
    transaction.tell({ to, kind: 'guideDue', guide: { id, version }, title });
    return {};
  });
}
