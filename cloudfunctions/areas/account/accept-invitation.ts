import { mayAdminister } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { people, posts } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openNames, readInvitation, useUp } from '../../platform/invitations';
import { viewPerson } from './person-view';
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
      const person = withPost(caller.person, caller.openid, entry, { name, now });
      await transaction.add(posts, document);
      if (caller.person) {
        // Added to what is there by then, which saves reading it.
        const { role, name: sealed, township } = person;
        await transaction.update(people, caller.openid, {
          ...{ role, name: sealed, township },
          posts: command.push([entry]),
          roles: command.addToSet(role),
        });
      } else await transaction.add(people, person);
      await useUp(transaction, invitation, caller.openid);
      return viewPerson({ ...caller, person });
    });
  },
});
