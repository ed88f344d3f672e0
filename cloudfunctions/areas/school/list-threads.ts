import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { reads, threads, type ThreadDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { marksAtMost } from '../../platform/thread-reading';
import { schoolThread } from '../../platform/thread-seats';
import { emptyHead } from '../../platform/thread-writing';
import { openChild, readOwnCircles, type Circle } from '../family/read-children';
import { asFamily, viewHead } from './thread-views';

/** Every child that goes to a school has a thread, whether anybody has written in it or not. */
export const listThreads = defineAction('school.listThreads', {
  allow: signedInPeople,
  async handle({ caller, database, now }) {
    const ids = (caller.person?.children ?? []).filter(({ proxy }) => !proxy).map(({ id }) => id);
    if (ids.length === 0) return { now, threads: [] };
    const [circles, heads, marks] = await Promise.all([
      readOwnCircles(database, caller),
      database.find(threads, { where: { childId: command.in(ids) }, limit: 60 }),
      database.find(reads, { where: { childId: command.in(ids) }, limit: marksAtMost }),
    ]);
    const list = circles.flatMap((circle) => {
      const { child } = circle;
      return headsOf(circle, heads, now).map((head) => ({
        ...viewHead(head, asFamily(child._id, caller.openid), marks),
        ...{ kind: head.kind, childId: child._id, nickname: openChild(child).nickname },
        withName: head.kind === 'school' ? child.schoolName : undefined,
      }));
    });
    return { now, threads: list.sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0)) };
  },
});

function headsOf({ child }: Circle, heads: readonly ThreadDocument[], now: number) {
  const known = heads.filter(({ childId }) => childId === child._id);
  const begun = known.some(({ kind }) => kind === 'school');
  if (begun || child.schoolId === undefined) return known;
  return [...known, emptyHead(schoolThread(child._id), child.schoolId, now)];
}
