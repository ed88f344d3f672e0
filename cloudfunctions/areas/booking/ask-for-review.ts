import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { children, waitlist } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { memberOf } from '../family/circle';
import { changeOfWaits, childOfWait, isOpen, viewWait, waitOf, withWait } from './waits';

/** A rule is only fair when a person looks again on request (PIPL 24). */
export const askForReview = defineAction('booking.askForReview', {
  allow: signedInPeople,
  mostPerHour: 20,
  async handle({ caller, now, once }, { waitlistId }) {
    return once(async (transaction) => {
      const found = await transaction.get(children, childOfWait(waitlistId));
      const { child } = memberOf(found, caller.openid);
      const wait = waitOf(child, waitlistId);
      if (!isOpen(wait)) throw new ActionError('CANNOT_FOLLOW');
      const asked = { ...wait, reviewAsked: true };
      const change = changeOfWaits(child, withWait(child, asked));
      await transaction.update(children, child._id, change);
      await transaction.update(waitlist, waitlistId, { reviewAskedAt: now });
      return viewWait(child, asked, [child], now);
    });
  },
});
