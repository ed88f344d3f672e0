import { mayRemove } from '@rules/circle';
import { defineAction } from '../../platform/action';
import { childEntry, signedInPeople } from '../../platform/allow';
import { children, people, pushes, waitlist } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { memberId, memberOf } from './circle';
import { childWithout } from './heard';
import { leaveVisitsToCome } from './leave-visits';

/** From the next moment on the child is none of theirs: the circle is what every action asks. */
export const removeFromCircle = defineAction('family.removeFromCircle', {
  // Whoever leaves loses the child with it; the same request again must still find its answer.
  allow: signedInPeople,
  async handle({ caller, database, once, random }, input) {
    let gone: string | undefined;
    const answer = await once(async (transaction) => {
      if (!childEntry(caller, input.childId)) throw new ActionError('NOT_FOUND');
      const { child, me } = memberOf(await transaction.get(children, input.childId), caller.openid);
      const whom = child.circle.find(
        (adult) => memberId(child._id, adult.openid) === input.memberId,
      );
      if (!whom) throw new ActionError('NOT_FOUND');
      if (!mayRemove(me, whom)) throw new ActionError('FORBIDDEN');
      // Whoever is last stays: a child that nobody is responsible for is deleted, not left behind.
      if (child.circle.length === 1) throw new ActionError('LAST_ADULT');
      await transaction.update(children, child._id, {
        circle: child.circle.filter((adult) => adult !== whom),
        ...childWithout(child, whom.openid),
        rev: command.inc(1),
      });
      await transaction.update(people, whom.openid, {
        children: command.pull({ id: child._id }),
      });
      gone = whom.openid;
      return {};
    });
    // Repeated with the request, should this run die in between.
    await leaveVisitsToCome(database, random, input.childId);
    if (gone !== undefined) {
      // What the family waits for stays; the number of somebody who has left does not.
      const asked = { childId: input.childId, since: command.gt(0), by: gone };
      await database.updateWhere(waitlist, asked, { by: '', phone: null });
      // What was on its way to their phone.
      await database.removeWhere(pushes, { to: gone, childId: input.childId, state: 'due' });
    }
    return answer;
  },
});
