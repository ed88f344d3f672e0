import { people, type ChildDocument, type PersonDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';

interface Reader {
  get: (from: typeof people, id: string) => Promise<PersonDocument | undefined>;
}

/**
 * Whether whoever made an invitation could still make it: they are in the circle, and a proxy holds
 * the post that put them there. One more round trip for a proxy.
 * @throws ActionError INVITATION_INVALID when not.
 */
export async function checkInviter(
  from: Reader,
  child: ChildDocument,
  openid: string,
): Promise<void> {
  const inviter = child.circle.find((adult) => adult.openid === openid);
  if (!inviter) throw new ActionError('INVITATION_INVALID');
  if (inviter.standing !== 'proxy') return;
  const person = await from.get(people, openid);
  if (!person?.children.some(({ id }) => id === child._id)) {
    throw new ActionError('INVITATION_INVALID');
  }
}
