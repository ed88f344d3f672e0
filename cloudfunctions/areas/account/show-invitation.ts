import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { children } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { openNames, readInvitation } from '../../platform/invitations';
import { openChild } from '../family/read-children';

/** Who invites to what. Only whoever holds the code sees it, and only while it can be used. */
export const showInvitation = defineAction('account.showInvitation', {
  allow: anyone,
  async handle({ database, now }, { code }) {
    const invitation = await readInvitation(database, code, now);
    const { to, expiresAt } = invitation;
    if (to.kind === 'post') {
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
    const { nickname } = openChild(child);
    return { kind: 'family' as const, nickname, inviter: to.inviter, expiresAt };
  },
});
