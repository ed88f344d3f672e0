import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { people, posts } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { openNames, readInvitation, useUp } from '../../platform/invitations';
import { viewPerson } from './person-view';
import { postFields } from './post-fields';
import { newPost, withPost } from './staff';

/** Takes up a post. Somebody who has an account keeps it and has one role more. */
export const acceptInvitation = defineAction('account.acceptInvitation', {
  allow: anyone,
  mostPerHour: 20,
  async handle({ caller, now, newId, once }, { code }) {
    return once(async (transaction) => {
      const invitation = await readInvitation(transaction, code, now);
      if (invitation.to.kind !== 'post') throw new ActionError('INVITATION_INVALID');
      const inviter = await transaction.get(people, invitation.by);
      // Whoever has lost the post that invited brings nobody in any more.
      if (!inviter || !mayAdminister(inviter.posts, invitation.to)) {
        throw new ActionError('INVITATION_INVALID');
      }
      const { kind: _kind, ...post } = invitation.to;
      const { invited: name } = openNames(invitation);
      const holder = { openid: caller.openid, name, since: now };
      const { document, entry } = newPost(newId('p'), post, holder);
      // Somebody may accept their own invitation: the account as this transaction sees it.
      const before =
        inviter._id === caller.openid ? inviter : await transaction.get(people, caller.openid);
      const person = withPost(before, caller.openid, entry, { name, now });
      await transaction.add(posts, document);
      if (before) {
        await transaction.update(people, caller.openid, postFields(person));
      } else await transaction.add(people, person);
      await useUp(transaction, invitation, caller.openid);
      return viewPerson({ ...caller, person });
    });
  },
});
