import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { children, people } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { openNames, readInvitation } from '../../platform/invitations';
import { checkInviter } from '../family/check-inviter';
import { openChild } from '../family/read-children';

/** Who invites to what. Only whoever holds the code sees it, and only while it can be used. */
export const showInvitation = defineAction('account.showInvitation', {
  allow: anyone,
  async handle({ caller, database, now }, { code }) {
    const invitation = await readInvitation(database, code, now);
    const { to, expiresAt } = invitation;
    if (to.kind === 'post') {
      const by = await database.get(people, invitation.by);
      if (!by || !mayAdminister(by.posts, to)) throw new ActionError('INVITATION_INVALID');
      const { invited, inviter } = openNames(invitation);
      const { role, schoolName, classes, township } = to;
      return {
        kind: 'post' as const,
        role,
        name: invited,
        inviterName: inviter,
        schoolName,
        classes,
        township,
        expiresAt,
      };
    }
    const child = await database.get(children, to.childId);
    if (!child) throw new ActionError('INVITATION_INVALID');
    await checkInviter(database, child, invitation.by);
    const { nickname } = openChild(child);
    const isIn = child.circle.some(({ openid }) => openid === caller.openid);
    return {
      kind: 'family' as const,
      nickname,
      inviter: to.inviter,
      ...(isIn ? { childId: child._id } : {}),
      expiresAt,
    };
  },
});
