import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { counsellors, settings, waitlist } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';

/**
 * A county's own numbers, with who set them and when. What is booked stays; free places follow within
 * a minute, as with holidays, and the order of those who wait in the job's next runs.
 */
export const setPriority = defineAction('booking.setPriority', {
  allow: having('admin'),
  mostPerHour: 60,
  async handle({ caller, database, now, once, requestId }, { settings: priority }) {
    const county = countyAdministered(caller);
    if (county === undefined) throw new ActionError('FORBIDDEN');
    const answer = await once(async (transaction) => {
      const changed = { changedAt: now, changedBy: caller.openid };
      if (await transaction.get(settings, county)) {
        await transaction.update(settings, county, { ...changed, priority: command.set(priority) });
      } else {
        await transaction.add(settings, { _id: county, ...changed, priority });
      }
      return { settings: priority };
    });
    // Should this run die before, the hourly one finds both.
    await database.updateWhere(counsellors, { county }, { unsettled: requestId });
    const waiting = { county, settledAt: null, state: 'waiting' };
    await database.updateWhere(waitlist, waiting, { lookAt: now });
    return answer;
  },
});
