import type { Standing, ThreadKind } from '@contract/enums';
import { worksWith } from '@rules/posts';
import { coversChild, teaches, type Pupil } from '@rules/stand-ins';
import type { Viewer } from '@rules/threads';
import type { Caller } from './caller';
import type { ChildDocument, PersonDocument, ThreadDocument } from './collections';
import type { Database } from './database';
import { heldPosts } from './held-posts';
import { memberId } from './members';

/** Which thread is meant. */
export interface ThreadPlace {
  id: string;
  kind: ThreadKind;
  childId: string;
  counsellorId: string | undefined;
}

export const schoolThread = (childId: string): ThreadPlace => ({
  id: childId,
  kind: 'school',
  childId,
  counsellorId: undefined,
});

export const counsellorThread = (childId: string, counsellorId: string): ThreadPlace => ({
  id: `${childId}_${counsellorId}`,
  kind: 'counsellor',
  childId,
  counsellorId,
});

export const placeOfThread = (head: ThreadDocument): ThreadPlace =>
  head.counsellorId === null
    ? schoolThread(head.childId)
    : counsellorThread(head.childId, head.counsellorId);

/**
 * Which thread an id means for this caller. Ids cannot be taken apart by themselves; a family knows
 * its children, a counsellor itself. It allows nothing yet: `seatIn` does.
 */
export function locate({ person }: Caller, threadId: string): ThreadPlace {
  for (const { id } of person?.children ?? []) {
    if (threadId === id) return schoolThread(id);
    if (threadId.startsWith(`${id}_`)) return counsellorThread(id, threadId.slice(id.length + 1));
  }
  for (const { counsellorId } of person?.posts ?? []) {
    const end = counsellorId === undefined ? undefined : `_${counsellorId}`;
    if (counsellorId !== undefined && end !== undefined && threadId.endsWith(end)) {
      return counsellorThread(threadId.slice(0, -end.length), counsellorId);
    }
  }
  return schoolThread(threadId);
}

/** Somebody's place in a thread. */
export interface Seat extends Viewer {
  relation?: ChildDocument['circle'][number]['relation'];
  standing?: Standing;
}

/**
 * The caller's place in a child's thread; undefined for everybody else. The child's circle is the
 * truth for the family, the post for staff. Whoever belongs to the family sits with the family also
 * when they teach there: what is for the teacher only is not for a mother who is a teacher. A proxy
 * acts for a family, and stays staff where they are. Whoever stands in for a colleague is staff on those
 * days, as long as they hold a post at the school.
 */
export function seatIn(
  { openid, person }: Caller,
  child: ChildDocument,
  place: ThreadPlace,
  day: string,
): Seat | undefined {
  const member = memberId(child._id, openid);
  const adult = child.circle.find((one) => one.openid === openid);
  const staff = person?.posts.some((post) =>
    place.kind === 'school'
      ? post.role === 'teacher' && worksWith(post, child)
      : post.role === 'counsellor' && post.counsellorId === place.counsellorId,
  );
  const instead =
    place.kind === 'school' && person && standsIn(person, { ...child, id: child._id }, day);
  if ((staff || instead) && (!adult || adult.standing === 'proxy'))
    return { side: 'staff', member };
  if (!adult) return undefined;
  return { side: 'family', member, relation: adult.relation, standing: adult.standing };
}

/** Whether somebody looks after this child's family instead of a colleague on that day. */
export function standsIn(
  { posts: held, standIns = [] }: PersonDocument,
  child: Pupil,
  day: string,
): boolean {
  return standIns.some(
    (one) => coversChild(one, child, day) && held.some(({ schoolId }) => schoolId === one.schoolId),
  );
}

/**
 * Openids of those who answer in a thread: the teachers of the child's class, those of the whole
 * school among them, or the counsellor. Where nobody has the class it is all teachers, so that no
 * question is told to nobody. The family's own may be among them: whoever tells them takes those out.
 */
export async function staffOf(
  database: Database,
  { kind, counsellorId }: ThreadPlace,
  { schoolId, className }: Pick<PersonDocument['children'][number], 'schoolId' | 'className'>,
): Promise<string[]> {
  const where = kind === 'counsellor' ? { counsellorId } : { schoolId };
  if (Object.values(where).includes(undefined)) return [];
  const role = kind === 'counsellor' ? 'counsellor' : 'teacher';
  const all = await heldPosts(database, { ...where, role });
  const own = kind === 'counsellor' ? all : all.filter((post) => teaches(post.classes, className));
  const serving = own.length > 0 ? own : all;
  return [...new Set(serving.map(({ openid }) => openid))];
}
