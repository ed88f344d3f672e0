import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { children } from '../../platform/collections';
import { pathsOf } from '../../platform/alert-evidence';
import { deleteUnkept } from '../../platform/kept-files';
import { memberOf } from '../family/circle';
import { letGo, settleWait } from './settle-wait';
import { childOfWait, isOpen, saidOf, viewWait, waitOf } from './waits';

/** At any time, and without a word of why. What was said for it is deleted. */
export const leaveWaitlist = defineAction('booking.leaveWaitlist', {
  allow: signedInPeople,
  async handle({ caller, database, now, once }, { waitlistId }) {
    const childId = childOfWait(waitlistId);
    let slotId: string | undefined;
    let recording: string | undefined;
    const answer = await once(async (transaction) => {
      const { child } = memberOf(await transaction.get(children, childId), caller.openid);
      const wait = waitOf(child, waitlistId);
      slotId = wait.offer?.slot.id;
      recording = saidOf(child, waitlistId).voice?.fileId;
      await settleWait(transaction, { child, wait, now }, 'left');
      const state = isOpen(wait) ? ('left' as const) : wait.state;
      return viewWait(child, { ...wait, state, offer: null }, [child], now);
    });
    if (slotId) await letGo(database, { waitlistId, slotId });
    if (recording) await deleteUnkept(database, pathsOf({ fileId: recording }));
    return answer;
  },
});
