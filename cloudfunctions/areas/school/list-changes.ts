import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn, type Caller } from '../../platform/caller';
import {
  reads,
  threads,
  type PersonDocument,
  type ReadDocument,
  type ThreadDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { memberId } from '../../platform/members';
import { findReads, marksAtMost } from '../../platform/thread-reading';
import { standsIn } from '../../platform/thread-seats';
import { asFamily, viewHead } from './thread-views';

/** Of a teacher's or counsellor's threads, the newest that are looked at. */
const staffThreads = 20;

interface Heads {
  heads: ThreadDocument[];
  marks: ReadDocument[];
}

/**
 * Asked every few seconds while somebody looks: two round trips, whatever there is. It goes by the
 * caller's own index and posts, which change in the same moment as the circle, and answers with
 * numbers only.
 */
export const listChanges = defineAction('school.listChanges', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { threadId, known }) {
    const { heads, marks } =
      threadId === undefined
        ? await headsOf(database, signedIn(caller))
        : await headOf(database, threadId);
    const views = heads.flatMap((head) => {
      const viewer = viewerOf(caller, head, dayOf(now));
      return viewer ? [viewHead(head, viewer, marks)] : [];
    });
    return {
      now,
      unread: views.filter(({ unread }) => unread > 0).length,
      changed: views
        .filter(({ id, stamp }) => known[id] !== stamp)
        .map(({ id, stamp, unread }) => ({ id, stamp, unread })),
    };
  },
});

async function headOf(database: Database, threadId: string): Promise<Heads> {
  const [head, marks] = await Promise.all([
    database.get(threads, threadId),
    findReads(database, [threadId]),
  ]);
  return { heads: head ? [head] : [], marks };
}

async function headsOf(database: Database, person: PersonDocument): Promise<Heads> {
  const post = person.posts.find(({ role }) => role === person.role);
  const staff =
    post?.role === 'teacher'
      ? { schoolId: post.schoolId }
      : post?.role === 'counsellor' && { counsellorId: post.counsellorId };
  if (staff) {
    const heads = await database.find(threads, {
      where: staff,
      order: [['lastAt', 'desc']],
      limit: staffThreads,
    });
    const ids = heads.map(({ _id }) => _id);
    return { heads, marks: ids.length === 0 ? [] : await findReads(database, ids) };
  }
  const ids = person.children.filter(({ proxy }) => !proxy).map(({ id }) => id);
  if (ids.length === 0) return { heads: [], marks: [] };
  const where = { childId: command.in(ids) };
  const [heads, marks] = await Promise.all([
    database.find(threads, { where, limit: 60 }),
    database.find(reads, { where, limit: marksAtMost }),
  ]);
  return { heads, marks };
}

/** As seatIn, from what is known without the child: the family first. */
function viewerOf({ openid, person }: Caller, head: ThreadDocument, day: string) {
  const entry = person?.children.find(({ id }) => id === head.childId);
  if (entry && !entry.proxy) return asFamily(head.childId, openid);
  const staff = person?.posts.some((post) =>
    head.kind === 'school'
      ? post.role === 'teacher' && post.schoolId === head.schoolId
      : post.role === 'counsellor' && post.counsellorId === head.counsellorId,
  );
  const pupil = { id: head.childId, schoolId: head.schoolId, className: head.className };
  const instead = head.kind === 'school' && person && standsIn(person, pupil, day);
  if (staff || instead) return { side: 'staff' as const, member: memberId(head.childId, openid) };
  return entry && asFamily(head.childId, openid);
}
