import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children, invitations } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { newCode, newInvitation } from '../../platform/invitations';
import { memberOf } from './circle';

/** A card for the family group: the code in it works once, and only for some days. */
export const inviteFamily = defineAction('family.inviteFamily', {
  allow: circleOfChild,
  mostPerHour: 20,
  async handle({ caller, now, once }, { childId }) {
    return once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), caller.openid);
      if (child.circle.length >= limits.adultsPerChild) throw new ActionError('LIMIT_REACHED');
      const code = newCode();
      const invitation = newInvitation(code, {
        by: caller.openid,
        now,
        hours: limits.familyInvitationHours,
        to: { kind: 'family', childId, inviter: me.relation },
      });
      await transaction.add(invitations, invitation);
      return { code, expiresAt: invitation.expiresAt };
    });
  },
});
