import type { Role, StaffRole } from '@contract/enums';
import type { StaffPost } from '@contract/invitation';
import { worksWith, type Post } from '@rules/posts';
import { people, posts, type PersonDocument, type PostDocument } from '../../platform/collections';
import { decrypt, encrypt } from '../../platform/field-encryption';

const namePlace = (id: string) => ({ collection: posts.name, id, field: 'name' });

export interface NewPost extends Post {
  schoolName?: string | undefined;
  classes?: string[] | undefined;
  counsellorId?: string | undefined;
}

/** A post as it is kept, and the entry for it in its holder's account. */
export function newPost(
  id: string,
  post: NewPost,
  holder: { openid: string; name: string; since: number },
): { document: PostDocument; entry: PersonDocument['posts'][number] } {
  const { openid, name, since } = holder;
  const { role, county, schoolId, township, counsellorId, classes } = post;
  return {
    document: {
      _id: id,
      openid,
      ...post,
      name: encrypt(namePlace(id), name),
      since,
      until: null,
    },
    entry: JSON.parse(
      JSON.stringify({ id, role, county, schoolId, township, counsellorId, classes }),
    ) as PersonDocument['posts'][number],
  };
}

export function viewPost(post: PostDocument, openid: string): StaffPost {
  const { _id, role, schoolName, classes, township, since, signs } = post;
  return {
    id: _id,
    role,
    name: decrypt(namePlace(_id), post.name),
    schoolName,
    classes,
    township,
    since,
    signs,
    mine: post.openid === openid,
  };
}

/** How the account changes when a post begins. The newest post is the one in use. */
export function withPost(
  person: PersonDocument | undefined,
  openid: string,
  entry: PersonDocument['posts'][number],
  about: { name: string; now: number },
): PersonDocument {
  const name = encrypt({ collection: people.name, id: openid, field: 'name' }, about.name);
  const base: PersonDocument = person ?? {
    _id: openid,
    roles: [],
    role: entry.role,
    size: 'standard',
    children: [],
    posts: [],
    createdAt: about.now,
  };
  return {
    ...base,
    name,
    posts: [...base.posts, entry],
    roles: [...new Set<Role>([...base.roles, entry.role])],
    role: entry.role,
    township: base.township ?? entry.township,
  };
}

/** Whom somebody acted for as a proxy and does not any more. */
export function leftBehind(before: PersonDocument, after: PersonDocument) {
  return before.children
    .filter(({ id, proxy }) => proxy && !after.children.some((child) => child.id === id))
    .map(({ id, township }) => ({ id, township }));
}

/** How the account changes when a post ends: what only that post gave is gone. */
export function withoutPost(person: PersonDocument, postId: string): PersonDocument {
  const left = person.posts.filter(({ id }) => id !== postId);
  const staff: readonly StaffRole[] = ['teacher', 'counsellor', 'director', 'admin'];
  const isStaff = (role: Role) => staff.some((one) => one === role);
  const roles = person.roles.filter(
    (role) => !isStaff(role) || left.some((post) => post.role === role),
  );
  const fallback: Role[] = roles.length > 0 ? roles : ['caregiver'];
  return {
    ...person,
    posts: left,
    roles: fallback,
    role: fallback.includes(person.role) ? person.role : (fallback[0] ?? 'caregiver'),
    // Whom a proxy acts for is their post's, not theirs.
    children: person.children.filter(
      (child) => !child.proxy || left.some((post) => worksWith(post, child)),
    ),
  };
}
