import type { Child } from '@contract/family';
import type { Caller } from '../../platform/caller';
import { children, people, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt } from '../../platform/field-encryption';
import { viewConsents, type Adult } from './circle';
import { entryOf } from './entry';

/** The child's name and birth in the clear, for those who may see them. */
export function openChild(child: ChildDocument) {
  const place = (field: string) => ({ collection: children.name, id: child._id, field });
  const [year, month] = decrypt(place('birth'), child.birth).split('-').map(Number);
  return {
    nickname: decrypt(place('nickname'), child.nickname),
    birthYear: year ?? 0,
    birthMonth: month ?? 0,
  };
}

export function viewChild(child: ChildDocument, me: Pick<Adult, 'relation' | 'standing'>): Child {
  return {
    id: child._id,
    ...openChild(child),
    schoolId: child.schoolId,
    schoolName: child.schoolName,
    relation: me.relation,
    standing: me.standing,
    consents: viewConsents(child),
  };
}

/**
 * The children whose circle the caller is in, in the order they were added. One round trip, and
 * one more when the caller's own list is behind: another adult may have changed the school.
 */
export async function readCircles(
  database: Database,
  caller: Caller,
): Promise<{ child: ChildDocument; me: Adult }[]> {
  const entries = caller.person?.children ?? [];
  if (entries.length === 0) return [];
  const found = await database.find(children, {
    where: { _id: command.in(entries.map((entry) => entry.id)) },
    limit: entries.length,
  });
  const mine = entries.flatMap((entry) => {
    const child = found.find((candidate) => candidate._id === entry.id);
    const me = child?.circle.find((adult) => adult.openid === caller.openid);
    // The circle is the truth: whoever was taken out of it sees nothing, whatever the index says.
    return child && me ? [{ child, me }] : [];
  });
  const list = mine.map(({ child, me }) => entryOf(child, me));
  if (JSON.stringify(list) !== JSON.stringify(entries)) {
    // Unless it has changed again meanwhile: then the next look puts it right.
    const seen = command.and([
      { _id: caller.openid, children: command.size(entries.length) },
      ...entries.map(({ id }) => ({ 'children.id': id })),
    ]);
    await database.updateWhere(people, seen, { children: list });
  }
  return mine;
}

/** The same as the caller sees them. */
export async function readChildren(database: Database, caller: Caller): Promise<Child[]> {
  const mine = await readCircles(database, caller);
  return mine.map(({ child, me }) => viewChild(child, me));
}
