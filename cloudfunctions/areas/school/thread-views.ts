import type { Thread } from '@contract/school';
import { sees, unreadIn, type Viewer } from '@rules/threads';
import type { ReadDocument, ThreadDocument } from '../../platform/collections';
import { memberId } from '../../platform/members';
import { stampOf } from '../../platform/thread-reading';

/** How a head stands for one viewer: what is new to them, what came last, and the stamp of it. */
export function viewHead(
  head: ThreadDocument,
  viewer: Viewer,
  marks: readonly ReadDocument[],
): Pick<Thread, 'id' | 'unread' | 'last' | 'stamp'> {
  const mark = marks.find(
    ({ threadId, member }) => threadId === head._id && member === viewer.member,
  );
  const last = head.tail.find((entry) => sees(viewer, entry));
  return {
    id: head._id,
    unread: unreadIn(head.tail, viewer, mark?.seq ?? 0),
    last: last && {
      ...{ at: last.seq, kind: last.kind, side: last.side },
      mine: last.by === viewer.member,
      withdrawn: last.state === 'withdrawn',
    },
    stamp: stampOf(head, viewer, marks),
  };
}

export const asFamily = (childId: string, openid: string): Viewer => ({
  side: 'family',
  member: memberId(childId, openid),
});
