import { signedIn, type Caller } from '../../platform/caller';
import { ActionError } from '../../platform/errors';

/**
 * The county that the caller answers for as a whole; an administrator of a school answers for none.
 * @throws ActionError FORBIDDEN.
 */
export function countyAdministered(caller: Caller): string {
  const post = signedIn(caller).posts.find(
    ({ role, schoolId }) => role === 'admin' && schoolId === undefined,
  );
  if (!post) throw new ActionError('FORBIDDEN');
  return post.county;
}
