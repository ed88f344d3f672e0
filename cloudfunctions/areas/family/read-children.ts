import type { Child } from '@contract/family';
import { limits } from '@contract/limits';
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

type Entry = NonNullable<Caller['person']>['children'][number];

/** A child and the caller's place in its circle. */
export interface Circle {
  child: ChildDocument;
  me: Adult;
}

/** The caller's own children, a dozen at most; those they act for as a proxy are read in pages. */
export function readOwnCircles(database: Database, caller: Caller): Promise<Circle[]> {
  const own = caller.person?.children.filter(({ proxy }) => !proxy) ?? [];
  return readCircles(database, caller, own);
}

/** All of them at once, for what looks at little of each. */
export function readAllCircles(database: Database, caller: Caller): Promise<Circle[]> {
  return readCircles(database, caller, caller.person?.children ?? []);
}

/**
 * All children in whose circle the caller is, in the order they were added, a page at a time: a
 * child director acts for sixty families. `cursor` is the last child of the page before.
 */
export async function readCirclesPage(
  database: Database,
  caller: Caller,
  cursor: string | undefined,
): Promise<{ circles: Circle[]; next: string | undefined }> {
  const all = caller.person?.children ?? [];
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  const page = all.slice(from, from + limits.pageSize);
  const more = all.length > from + page.length;
  return {
    circles: await readCircles(database, caller, page),
    next: more ? page.at(-1)?.id : undefined,
  };
}

/**
 * One round trip, and one more when the caller's own list is behind: another adult may have changed
 * the school.
 */
async function readCircles(
  database: Database,
  caller: Caller,
  entries: readonly Entry[],
): Promise<Circle[]> {
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
    await putRight(database, caller, entries, list);
  }
  return mine;
}

/** Brings the caller's list up to date, unless it has changed again meanwhile: then the next look does. */
async function putRight(
  database: Database,
  { openid, person }: Caller,
  before: readonly Entry[],
  after: readonly Entry[],
): Promise<void> {
  const all = person?.children ?? [];
  const seen = command.and([
    { _id: openid, children: command.size(all.length) },
    ...all.map(({ id }) => ({ 'children.id': id })),
  ]);
  const list = all.flatMap((entry) => {
    if (!before.includes(entry)) return [entry];
    return after.find(({ id }) => id === entry.id) ?? [];
  });
  await database.updateWhere(people, seen, { children: list });
}
