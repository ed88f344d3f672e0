import type { ClassChoice } from '@contract/weekly';
import { limits } from '@contract/limits';
import { worksWith } from '@rules/posts';
import type { Caller } from '../../platform/caller';
import { children, type ChildDocument } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';

/** The classes of the caller's posts as a teacher; a post without classes has the whole school. */
export function classesOf({ person }: Caller): ClassChoice[] {
  return (person?.posts ?? []).flatMap(({ role, schoolId, classes = [] }): ClassChoice[] => {
    if (role !== 'teacher' || schoolId === undefined) return [];
    if (classes.length === 0) return [{ schoolId }];
    return classes.map((className) => ({ schoolId, className }));
  });
}

/**
 * One of the caller's classes; the first when none is named.
 * @throws ActionError FORBIDDEN when it is not theirs.
 */
export function ownClass(caller: Caller, wanted: ClassChoice | undefined): ClassChoice {
  const all = classesOf(caller);
  const found = wanted ? all.find((one) => isSame(one, wanted)) : all[0];
  if (!found) throw new ActionError('FORBIDDEN');
  return found;
}

const isSame = (one: ClassChoice, other: ClassChoice) =>
  one.schoolId === other.schoolId && one.className === other.className;

/** Whether the caller teaches this child, or looks after its township. */
export function worksWithChild(caller: Caller, child: ChildDocument): boolean {
  const taught = classesOf(caller).some(
    ({ schoolId, className }) =>
      schoolId === child.schoolId && (className === undefined || className === child.className),
  );
  const posts = caller.person?.posts ?? [];
  return taught || posts.some((post) => post.role === 'director' && worksWith(post, child));
}

/** The children of a class, in a steady order. One round trip. */
export function readClass(
  database: Database,
  { schoolId, className }: ClassChoice,
): Promise<ChildDocument[]> {
  return database.find(children, {
    where: className === undefined ? { schoolId } : { schoolId, className },
    order: [['_id', 'asc']],
    limit: limits.childrenPerClass,
  });
}
