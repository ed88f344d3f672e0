import { limits } from '@contract/limits';
import type { DeskRow } from '@contract/school-desk';
import { isUrgent, isWaiting } from '@rules/desk-order';
import { dayOf } from '@rules/dates';
import { wholePage } from '@rules/whole-page';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { signedIn } from '../../platform/caller';
import { threads, type ThreadDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { openCard } from '../../platform/desk-card';
import { deskStaff, onDesk } from './desk-scope';

/** All families of a teacher on one list, those who wait first. What it shows is written down as a look. */
export const listDesk = defineAction('school.listDesk', {
  allow: deskStaff,
  async handle({ caller, database, now }, { before }) {
    const person = signedIn(caller);
    const place = before === undefined ? command.gt(0) : command.gt(0).and(command.lt(before));
    const found = await database.find(threads, {
      where: onDesk(caller, now, place),
      order: [['desk', 'desc']],
      limit: limits.pageSize + 1,
    });
    const page = wholePage(found, limits.pageSize, ({ desk }) => desk);
    await recordAccess(database, {
      viewer: caller,
      role: person.posts.some(({ role }) => role === 'teacher') ? 'teacher' : person.role,
      childIds: page.map(({ childId }) => childId),
      purpose: 'thread',
      now,
    });
    const today = dayOf(now);
    const instead = (person.standIns ?? []).filter(
      ({ childId, from, to }) => childId === undefined && from <= today && today <= to,
    );
    return {
      now,
      rows: page.map(rowOf),
      standingInTo:
        instead.length === 0
          ? undefined
          : instead
              .map(({ to }) => to)
              .sort()
              .at(-1),
      next: found.length > page.length ? page.at(-1)?.desk : undefined,
    };
  },
});

function rowOf(head: ThreadDocument): DeskRow {
  const { nickname, said } = openCard(head);
  return {
    threadId: head._id,
    childId: head.childId,
    kind: head.kind,
    nickname,
    waitingSince: isWaiting(head.desk) ? (head.waitingSince ?? undefined) : undefined,
    urgent: isUrgent(head.desk),
    raised: head.raisedAt !== null,
    said,
  };
}
