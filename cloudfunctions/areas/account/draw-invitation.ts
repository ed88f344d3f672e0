import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { readInvitation } from '../../platform/invitations';
import { miniProgramCode } from '../../platform/sdk';

const pages = { family: 'family/join/index', post: 'desk/accept/index' } as const;

/** For paper: only whoever made the invitation gets its picture. */
export const drawInvitation = defineAction('account.drawInvitation', {
  allow: signedInPeople,
  mostPerHour: 30,
  async handle({ caller, database, now }, { code }) {
    const invitation = await readInvitation(database, code, now);
    if (invitation.by !== caller.openid) throw new ActionError('INVITATION_INVALID');
    const picture = await miniProgramCode(pages[invitation.to.kind], code);
    return { image: picture.toString('base64'), expiresAt: invitation.expiresAt };
  },
});
