import { createHash } from 'node:crypto';
import type { Message } from '@contract/school';
import { everyoneLine, heldLine, linesOf, markShown, sees, type Viewer } from '@rules/threads';
import {
  messages,
  reads,
  type MessageDocument,
  type ReadDocument,
  type ThreadDocument,
} from './collections';
import { command, type Database } from './database';
import { openBody } from './message-body';

/** The newest messages that a viewer may see, one more than asked for when there are more. */
export function findMessages(
  database: Database,
  threadId: string,
  viewer: Viewer,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<MessageDocument[]> {
  const place = { threadId, ...(before === undefined ? {} : { seq: command.lt(before) }) };
  const where =
    viewer.side === 'staff'
      ? command.or([
          { ...place, shown: true },
          { ...place, line: heldLine(viewer.member) },
        ])
      : { ...place, line: command.in(linesOf(viewer.member)) };
  return database.find(messages, { where, order: [['seq', 'desc']], limit: limit + 1 });
}

/** The message that a viewer sees at this place of the thread. */
export async function findMessage(
  database: Database,
  threadId: string,
  viewer: Viewer,
  seq: number,
): Promise<MessageDocument | undefined> {
  const [found] = await findMessages(database, threadId, viewer, { before: seq + 1, limit: 0 });
  return found?.seq === seq ? found : undefined;
}

/** Whoever of the family wrote what is held. */
const heldOf = ({ state, side, member }: Pick<MessageDocument, 'state' | 'side' | 'member'>) =>
  state === 'held' && side === 'family' ? member : undefined;

/** A message as a viewer may read it. */
export function viewMessage(message: MessageDocument, viewer: Viewer): Message {
  const { seq, member, side, relation, kind, state, at, urgent, situation, meant } = message;
  const { name, ...said } = openBody(message);
  const mine = member === viewer.member;
  const alone = meant !== everyoneLine;
  const { text, seconds, face, note } = state === 'withdrawn' ? {} : said;
  return {
    seq,
    requestId: mine ? message._id.slice(message.by.length + 1) : undefined,
    from: { id: member, side, relation, name },
    mine,
    audience: alone ? 'teacher' : 'all',
    // What is held is answered alone too: the others of the family do not know of it.
    with: viewer.side === 'staff' ? (alone ? meant : heldOf(message)) : undefined,
    ...{ state, at, urgent, kind, text, seconds, face, note },
    situation: state === 'withdrawn' ? undefined : situation,
  };
}

/** A school's thread has the marks of its adults and of whoever of the staff has ever looked. */
export const marksAtMost = 1000;

/** All marks of these threads. */
export function findReads(
  database: Database,
  threadIds: readonly string[],
): Promise<ReadDocument[]> {
  return database.find(reads, {
    where: { threadId: command.in([...threadIds]) },
    limit: marksAtMost,
  });
}

/** Changes whenever something changes that this viewer may see, and never otherwise. */
export function stampOf(
  head: ThreadDocument,
  viewer: Viewer,
  marks: readonly ReadDocument[],
): string {
  const shown = head.tail.filter((entry) => sees(viewer, entry));
  const seen = marks
    .filter(({ threadId, member }) => threadId === head._id && member !== viewer.member)
    .map((mark) => [mark.member, markShown(mark, shown) ?? 0])
    .sort();
  const entries = shown.map(({ seq, state }) => [seq, state]);
  return createHash('sha256')
    .update(JSON.stringify([entries, seen]))
    .digest('base64url')
    .slice(0, 16);
}
