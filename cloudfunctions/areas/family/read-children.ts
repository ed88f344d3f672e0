import type { Child } from '@contract/family';
import type { Relation } from '@contract/enums';
import type { Caller } from '../../platform/caller';
import { children, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt } from '../../platform/field-encryption';

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

export function viewChild(child: ChildDocument, relation: Relation): Child {
  return {
    id: child._id,
    ...openChild(child),
    schoolId: child.schoolId,
    schoolName: child.schoolName,
    relation,
  };
}

/** The children whose circle the caller is in, in the order they were added. One round trip. */
export async function readChildren(database: Database, caller: Caller): Promise<Child[]> {
  const entries = caller.person?.children ?? [];
  if (entries.length === 0) return [];
  const found = await database.find(children, {
    where: { _id: command.in(entries.map((entry) => entry.id)) },
    limit: entries.length,
  });
  return entries.flatMap((entry) => {
    const child = found.find((candidate) => candidate._id === entry.id);
    const member = child?.circle.find((adult) => adult.openid === caller.openid);
    // The circle is the truth: whoever was taken out of it sees nothing, whatever the index says.
    return child && member ? [viewChild(child, member.relation)] : [];
  });
}
