import * as v from 'valibot';
import { dayMs } from '@rules/dates';
import { defaultPriority } from '@rules/priority';
import { countyOf } from '@rules/reach';
import { medianDays } from '@rules/waits';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import type { Caller } from '../../platform/caller';
import { waitlist } from '../../platform/collections';
import { command } from '../../platform/database';
import { readPriority } from './priority-settings';

const settledDays = 90;
/** WeChat Cloud reads 1,000 at most; of more, the last ones count. */
const settledRead = 1000;

const SettledSchema = v.object({ first: v.boolean(), since: v.number(), settledAt: v.number() });

/** The rule is open to everybody: its numbers, and what became of them (rules.md, "Fair priority"). */
export const showPriority = defineAction('booking.showPriority', {
  allow: anyone,
  async handle({ caller, database, now }) {
    const county = countyOfCaller(caller);
    if (county === undefined) return { settings: defaultPriority, medianDays: {} };
    const settings = await readPriority(database, county);
    const settled = await database.findParts(waitlist, SettledSchema, {
      where: {
        county,
        settledAt: command.gte(now - settledDays * dayMs).and(command.lte(now)),
        state: 'booked',
      },
      order: [['settledAt', 'desc']],
      limit: settledRead,
      fields: { first: true, since: true, settledAt: true },
    });
    const daysOf = (first: boolean) => medianDays(settled.filter((one) => one.first === first));
    return { settings, medianDays: { reserved: daysOf(true), others: daysOf(false) } };
  },
});

/** Where somebody works, or where their children live. */
function countyOfCaller({ person }: Caller): string | undefined {
  const township = person?.children[0]?.township ?? person?.township;
  return person?.posts[0]?.county ?? (township && countyOf(township));
}
