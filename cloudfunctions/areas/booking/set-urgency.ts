import { isLeftBehind, reviewed } from '@rules/priority';
import { worksWith } from '@rules/posts';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { bookingStaff } from '../../platform/allow';
import { signedIn, type Caller } from '../../platform/caller';
import { children, waitlist, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openAway } from '../family/circle';
import { readPriority } from './priority-settings';
import { changeOfWaits, childOfWait, isOpen, waitOf, withWait } from './waits';

/**
 * Urgency is set by a person, never by a score (rules.md, "Fair priority"): a counsellor of the
 * county, a teacher of the child's school, the child director of its township. Every time is written
 * down; the family's request to look again is answered by it.
 */
export const setUrgency = defineAction('booking.setUrgency', {
  allow: bookingStaff,
  mostPerHour: 200,
  async handle({ caller, now, once }, { waitlistId, urgency }) {
    return once(async (transaction) => {
      const child = await transaction.get(children, childOfWait(waitlistId));
      // The same answer whether the child is elsewhere or nowhere.
      if (!child || !isOfTheirs(caller, child)) throw new ActionError('NOT_FOUND');
      const wait = waitOf(child, waitlistId);
      if (!isOpen(wait)) throw new ActionError('CANNOT_FOLLOW');
      const sibling =
        wait.siblingId === null ? undefined : await transaction.get(children, wait.siblingId);
      const away = [child, ...(sibling ? [sibling] : [])].map(openAway).find(isLeftBehind);
      const priority = await readPriority(transaction, countyOf(child.township));
      const { first, rank } = reviewed({ since: wait.since, away }, urgency, priority);
      const changed = { ...wait, urgency, reviewAsked: false };
      await transaction.update(children, child._id, changeOfWaits(child, withWait(child, changed)));
      await transaction.update(waitlist, waitlistId, {
        ...{ urgency, first, rank, urgencyBy: caller.openid, urgencyAt: now, reviewAskedAt: null },
        reviews: command.push([{ by: caller.openid, at: now, urgency }]),
        // It may be theirs to use what was kept until now.
        ...(wait.state === 'waiting' ? { lookAt: now } : {}),
      });
      return { urgency };
    });
  },
});

function isOfTheirs(caller: Caller, child: ChildDocument): boolean {
  return signedIn(caller).posts.some((post) =>
    post.role === 'counsellor' ? post.county === countyOf(child.township) : worksWith(post, child),
  );
}
