import { mayAdminister } from '@rules/posts';
import { signedIn, type Caller } from '../../platform/caller';
import { posts, schools, type DocumentOf, type PostDocument } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import type { Transaction } from '../../platform/transaction';

export type SchoolDocument = DocumentOf<typeof schools>;

/**
 * A school for which the caller answers.
 * @throws ActionError NOT_FOUND, the same whether it is elsewhere or nowhere.
 */
export async function ownSchool(
  from: Pick<Database | Transaction, 'get'>,
  caller: Caller,
  schoolId: string,
): Promise<SchoolDocument> {
  const school = await from.get(schools, schoolId);
  const wanted = { role: 'teacher' as const, county: school?.county ?? '', schoolId };
  if (!school || !mayAdminister(signedIn(caller).posts, wanted)) throw new ActionError('NOT_FOUND');
  return school;
}

const postsAtMost = 200;

/** The posts that are held at a school. One round trip. */
export const postsOf = (database: Database, schoolId: string): Promise<PostDocument[]> =>
  database.find(posts, {
    where: { schoolId, until: null },
    order: [['_id', 'asc']],
    limit: postsAtMost,
  });

export const nameOfPost = ({ _id, name }: PostDocument): string =>
  decrypt({ collection: posts.name, id: _id, field: 'name' }, name);
