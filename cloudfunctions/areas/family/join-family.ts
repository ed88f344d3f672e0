import { limits } from '@contract/limits';
import { standingOf } from '@rules/circle';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { children, people, type PersonDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { readInvitation, useUp } from '../../platform/invitations';
import { checkInviter } from './check-inviter';
import { entryOf, ownChildren } from './entry';
import { viewChild } from './read-children';

/** Whoever opens the family's card comes in as who they are, without a form before it. */
export const joinFamily = defineAction('family.joinFamily', {
  allow: anyone,
  mostPerHour: 20,
  async handle({ caller, now, once }, { code, relation }) {
    return once(async (transaction) => {
      const invitation = await readInvitation(transaction, code, now);
      const { to } = invitation;
      const child = to.kind === 'family' ? await transaction.get(children, to.childId) : undefined;
      if (!child) throw new ActionError('INVITATION_INVALID');
      await checkInviter(transaction, child, invitation.by);
      const mine = child.circle.find((adult) => adult.openid === caller.openid);
      // Already in: the card stays good for whom it was meant.
      if (mine) return viewChild(child, mine);
      if (child.circle.length >= limits.adultsPerChild) throw new ActionError('LIMIT_REACHED');
      const me = {
        openid: caller.openid,
        relation,
        standing: standingOf(relation),
        since: now,
        invitedBy: invitation.by,
      };
      await transaction.update(children, child._id, {
        circle: [...child.circle, me],
        rev: command.inc(1),
      });
      const entry = entryOf(child, me);
      if (caller.person) {
        if (ownChildren(caller.person) >= limits.childrenPerPerson) {
          throw new ActionError('LIMIT_REACHED');
        }
        await transaction.update(people, caller.openid, { children: command.push([entry]) });
      } else {
        const role = me.standing === 'guardian' ? 'parent' : 'caregiver';
        const person: PersonDocument = {
          _id: caller.openid,
          roles: [role],
          role,
          township: child.township,
          size: role === 'caregiver' ? 'large' : 'standard',
          children: [entry],
          posts: [],
          createdAt: now,
        };
        await transaction.add(people, person);
      }
      await useUp(transaction, invitation, caller.openid);
      return viewChild(child, me);
    });
  },
});
