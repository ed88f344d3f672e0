import * as v from 'valibot';
import { dayOf, startOfDay } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { appointments, tallies } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { monthOf } from './tally';

const monthsShown = 12;
const StartSchema = v.object({ start: v.number() });
/** More than a counsellor has places in a year that are given up. */
const cancelledAtMost = 1000;

/** The counsellor's own year, the newest month first. */
export const showStatistics = defineAction('booking.showStatistics', {
  allow: having('counsellor'),
  async handle({ caller, database, now }) {
    const counsellorId = counsellorOf(caller);
    if (!counsellorId) throw new ActionError('FORBIDDEN');
    const first = firstMonth(now);
    const [counted, cancelled] = await Promise.all([
      database.find(tallies, {
        where: { counsellorId, month: command.gte(first) },
        order: [['month', 'desc']],
        // A visit of this month or of one before; none is counted before it has begun.
        limit: monthsShown + 1,
      }),
      database.findParts(appointments, StartSchema, {
        where: { counsellorId, state: 'cancelled', start: command.gte(startOfDay(`${first}-01`)) },
        order: [['start', 'desc']],
        limit: cancelledAtMost,
        fields: { start: true },
      }),
    ]);
    const givenUp = new Map<string, number>();
    for (const { start } of cancelled) {
      const month = monthOf(start);
      givenUp.set(month, (givenUp.get(month) ?? 0) + 1);
    }
    const names = [...new Set([...counted.map(({ month }) => month), ...givenUp.keys()])];
    const months = names
      .filter((month) => month <= monthOf(now))
      .sort((one, other) => (one < other ? 1 : -1))
      .slice(0, monthsShown)
      .map((month) => {
        const numbers = counted.find((one) => one.month === month);
        const { done = 0, missed = 0, first: firsts = 0, referred = 0 } = numbers ?? {};
        return { month, done, missed, cancelled: givenUp.get(month) ?? 0, first: firsts, referred };
      });
    return { months };
  },
});

/** The first of the months that are shown, `2025-12`. */
function firstMonth(now: number): string {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number);
  const count = year * 12 + (month - 1) - (monthsShown - 1);
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
