import { mayNote } from '@rules/auto-note';
import { outsideUntil } from '@rules/office-hours';
import { triageInCloud } from '@rules/triage/cloud';
import type {
  ChildDocument,
  DeskDocument,
  MessageDocument,
  ThreadDocument,
} from '../../platform/collections';
import { hoursOf } from '../../platform/desks';
import { openBody } from '../../platform/message-body';
import type { ThreadPlace } from '../../platform/thread-seats';
import { addMessage } from '../../platform/thread-writing';
import type { Transaction } from '../../platform/transaction';

/** A member id that nobody has: the notes of a thread are written by nobody. */
export const systemMember = 'system';

/**
 * After a family's message outside of every teacher's hours: a note in the same line that names the
 * next answer time. Two round trips; none when there is nothing to say.
 */
export async function noteOutside(
  transaction: Transaction,
  at: {
    place: ThreadPlace;
    child: ChildDocument;
    desk: DeskDocument | undefined;
    holidays: ReadonlySet<string>;
    now: number;
  },
  before: ThreadDocument | undefined,
  { document, head }: { document: MessageDocument; head: ThreadDocument },
): Promise<void> {
  const { place, child, desk, holidays, now } = at;
  // A child that has just changed schools: the old one's hours are not its own.
  if (!desk || desk._id !== child.schoolId) return;
  const { side, state, situation, urgent, meant: line } = document;
  const { text } = openBody(document);
  const { level } = text === undefined ? { level: 'S0' as const } : triageInCloud(text);
  const asked = { line, side, situation, held: state === 'held', urgent: urgent !== undefined };
  const alarming = level === 'S2' || level === 'S3';
  if (!mayNote(before?.waiting ?? [], { ...asked, alarming })) return;
  const next = outsideUntil(now, hoursOf(desk), holidays);
  if (next === undefined) return;
  await addMessage(
    transaction,
    { place, head, child, now },
    {
      ...{ id: `${document._id}_note`, by: '', member: systemMember, side: 'staff' },
      ...{ kind: 'note', line, held: false, body: { note: { says: 'outside', next } } },
    },
  );
}
