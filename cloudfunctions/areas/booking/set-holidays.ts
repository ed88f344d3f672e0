import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { counsellors, settings } from '../../platform/collections';
import { ActionError } from '../../platform/errors';

/**
 * Sets the days on which nobody works. The counsellors' places follow within a minute: the job finds
 * whoever is unsettled. Should this run die in between, the hourly one copies the days by itself.
 */
export const setHolidays = defineAction('booking.setHolidays', {
  allow: having('admin'),
  async handle({ caller, database, now, once, requestId }, { days }) {
    const county = countyAdministered(caller);
    if (!county) throw new ActionError('FORBIDDEN');
    const holidays = [...days].sort((one, other) => (one.day < other.day ? -1 : 1));
    let isNew = false;
    const answer = await once(async (transaction) => {
      isNew = true;
      const set = { holidays, changedAt: now, changedBy: caller.openid };
      const there = await transaction.get(settings, county);
      if (there) await transaction.update(settings, county, set);
      else await transaction.add(settings, { _id: county, ...set });
      return { days: holidays.length };
    });
    // A request that is repeated late must not bring older days back.
    if (isNew) {
      await database.updateWhere(counsellors, { county }, { holidays, unsettled: requestId });
    }
    return answer;
  },
});
