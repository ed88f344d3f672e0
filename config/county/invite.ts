import { limits } from '../../cloudfunctions/contract/limits';
import {
  invitations,
  posts,
  type InvitationDocument,
  type PostDocument,
} from '../../cloudfunctions/platform/collections';
import { command, type Database } from '../../cloudfunctions/platform/database';
import { decrypt } from '../../cloudfunctions/platform/field-encryption';
import { newCode, newInvitation, openNames } from '../../cloudfunctions/platform/invitations';
import { placeOfPost } from '../../cloudfunctions/rules/posts';
import type { Pack } from './pack';
import type { PostRow } from './sheets';

/** An invitation as it is handed over; only here stands the code. */
export interface Invited {
  post: PostRow;
  schoolName: string | undefined;
  code: string;
  expiresAt: number;
  document: InvitationDocument;
}

/** Whoever answers for the invitations: their post has to last until they are accepted. */
export interface Inviter {
  openid: string;
  name: string;
}

/** One invitation for each post of the pack, made as `account.invite` makes it. */
export function invitationsOf(
  { county, schools, posts: rows }: Pack,
  { openid: by, name: inviter }: Inviter,
  now: number,
): Invited[] {
  return rows.map(({ value: post }) => {
    const school = schools.find(({ value }) => value.id === post.schoolId)?.value;
    const township = county.townships.find(({ name }) => name === post.township)?.code;
    const place = placeOfPost(post.role, { ...post, township, classes: classesOf(post) });
    const schoolName = place.schoolId === undefined ? undefined : school?.name;
    const code = newCode();
    const document = newInvitation(code, {
      ...{ by, now, hours: limits.postInvitationDays * 24 },
      to: {
        ...{ kind: 'post', role: post.role, ...present(place), county: county.code },
        ...(schoolName === undefined ? {} : { schoolName }),
      },
      names: { invited: post.name, inviter },
    });
    return { post, schoolName, code, expiresAt: document.expiresAt, document };
  });
}

/** Without classes a teacher has the whole school. */
const classesOf = ({ classes }: PostRow) => (classes.length > 0 ? classes : undefined);

const present = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

export interface InvitedAll {
  invited: Invited[];
  /** Names of posts that somebody holds already. */
  held: string[];
  /** Older invitations to the same posts, which nobody had used: they open nothing any more. */
  replaced: number;
}

/**
 * Invites to every post of the pack that nobody holds yet. Doing it again gives new codes, and the
 * old ones stop working: a sheet that was lost is worth nothing.
 * @throws when the county has no administrator yet.
 */
export async function invitePosts(
  database: Database,
  pack: Pack,
  now: number,
): Promise<InvitedAll> {
  const holders = await database.find(posts, {
    where: { county: pack.county.code, until: null },
    order: [['_id', 'asc']],
    limit: 1000,
  });
  const admin = holders.find(({ role, schoolId }) => role === 'admin' && schoolId === undefined);
  if (!admin) {
    throw new Error(`${pack.county.name} has no administrator yet: docs/runbook.md, part 6.`);
  }
  const inviter = { openid: admin.openid, name: nameOfPost(admin) };
  const taken = new Set(holders.map((post) => keyOf(post, nameOfPost(post))));
  const all = invitationsOf(pack, inviter, now).map((one) => ({
    ...{ one, key: keyOf(one.document.to, one.post.name) },
  }));
  const invited = all.filter(({ key }) => !taken.has(key));
  const wanted = new Set(invited.map(({ key }) => key));
  const open = await database.find(invitations, {
    where: { expiresAt: command.gt(now) },
    order: [['expiresAt', 'asc']],
    limit: 1000,
  });
  const old = open.filter(
    (one) => one.usedBy === null && wanted.has(keyOf(one.to, openNames(one).invited)),
  );
  if (old.length > 0) {
    await database.removeWhere(invitations, { _id: command.in(old.map(({ _id }) => _id)) });
  }
  await database.addMany(
    invitations,
    invited.map(({ one }) => one.document),
  );
  return {
    invited: invited.map(({ one }) => one),
    held: all.filter(({ key }) => taken.has(key)).map(({ one }) => one.post.name),
    replaced: old.length,
  };
}

const nameOfPost = ({ _id, name }: PostDocument) =>
  decrypt({ collection: posts.name, id: _id, field: 'name' }, name);

/** What makes two posts the same: who, as what, where. */
function keyOf(post: InvitationDocument['to'] | PostDocument, name: string): string {
  if ('kind' in post && post.kind === 'family') return '';
  const { role, county, schoolId, township, counsellorId } = post;
  return JSON.stringify([role, county, schoolId, township, counsellorId, name]);
}
