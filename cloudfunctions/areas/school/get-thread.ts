import type { ThreadMember } from '@contract/school';
import { limits } from '@contract/limits';
import { permits } from '@rules/consent';
import { markShown } from '@rules/threads';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { reads, type MessageDocument, type ReadDocument } from '../../platform/collections';
import { decrypt } from '../../platform/field-encryption';
import { memberId } from '../../platform/members';
import { findMessages, findReads, viewMessage } from '../../platform/thread-reading';
import { openChild } from '../family/read-children';
import { sitDown, type Seated } from './seat';

/** A page of a thread. Staff's look at it is written down. */
export const getThread = defineAction('school.getThread', {
  allow: signedInPeople,
  async handle(context, { threadId, before }) {
    const { caller, database, now } = context;
    const seated = await sitDown(context, threadId);
    const { seat, child, place } = seated;
    const [found, marks] = await Promise.all([
      findMessages(database, threadId, seat, { before, limit: limits.messagesShown }),
      before === undefined ? findReads(database, [threadId]) : undefined,
      seat.side === 'staff'
        ? recordAccess(database, {
            viewer: caller,
            role: place.kind === 'school' ? 'teacher' : 'counsellor',
            childIds: [child._id],
            purpose: 'thread',
            now,
          })
        : undefined,
    ]);
    const page = found.slice(0, limits.messagesShown);
    return {
      now,
      childId: child._id,
      nickname: openChild(child).nickname,
      kind: place.kind,
      side: seat.side,
      agreed: permits(child.consents, 'messages'),
      guardian: seat.standing === 'guardian',
      messages: page.map((message) => viewMessage(message, seat)),
      members: marks && viewThreadMembers(seated, marks, page),
      next: found.length > page.length ? page.at(-1)?.seq : undefined,
    };
  },
});

/** The family and, of the staff, whoever has looked; how far they have seen what the viewer sees. */
function viewThreadMembers(
  { child, seat }: Seated,
  marks: readonly ReadDocument[],
  shown: readonly MessageDocument[],
): ThreadMember[] {
  const readTo = (member: string) => {
    const mark = marks.find((one) => one.member === member);
    return mark && markShown(mark, shown);
  };
  const family = child.circle
    .map((adult) => ({ adult, id: memberId(child._id, adult.openid) }))
    .filter(({ id }) => !marks.some(({ member, side }) => member === id && side === 'staff'))
    .map(({ adult: { relation }, id }) => ({
      ...{ id, relation, side: 'family' as const },
      me: id === seat.member,
      readTo: readTo(id),
    }));
  const staff = marks
    .filter(({ side }) => side === 'staff')
    .map(({ _id, member: id, name }) => ({
      ...{ id, side: 'staff' as const, me: id === seat.member },
      name:
        name === '' ? undefined : decrypt({ collection: reads.name, id: _id, field: 'name' }, name),
      readTo: readTo(id),
    }));
  return [...family, ...staff];
}
