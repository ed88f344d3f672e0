import {
  answerLine,
  heldLine,
  nextSeq,
  waitingSince,
  waitsAfter,
  withEntry,
  type Paces,
} from '@rules/threads';
import {
  children,
  messages,
  threads,
  type ChildDocument,
  type MessageDocument,
  type ThreadDocument,
} from './collections';
import { command } from './database';
import { deskAfter } from './desk-card';
import { decrypt } from './field-encryption';
import { openBody, sealBody, type Body } from './message-body';
import { counsellorThread, type ThreadPlace } from './thread-seats';
import type { Transaction } from './transaction';

/** A new message, before it has its place in the thread. */
export interface NewMessage extends Pick<
  MessageDocument,
  'kind' | 'situation' | 'urgent' | 'relation' | 'side' | 'member' | 'by'
> {
  /** `messages/{openid}_{requestId}`. */
  id: string;
  /** Whom it is for: `everyoneLine`, or the member of the family it is with. */
  line: string;
  /** It waits for a person first; of the family only whoever wrote it sees it. */
  held: boolean;
  file?: string | undefined;
  body: Body;
}

/** A thread in which nothing has been said. */
export function emptyHead(
  place: ThreadPlace,
  schoolId: string | undefined,
  now: number,
): ThreadDocument {
  return {
    ...{ _id: place.id, kind: place.kind, childId: place.childId },
    schoolId: place.kind === 'school' ? (schoolId ?? null) : null,
    counsellorId: place.counsellorId ?? null,
    className: '',
    ...{ seq: 0, lastAt: 0, waitingSince: null, waiting: [], tail: [] },
    paces: {},
    ...{ desk: 0, card: null, lookAt: null, raisedAt: null },
    createdAt: now,
  };
}

/** The counsellor's thread of a child, from the first visit on; says nothing in it. */
export async function openCounsellorThread(
  transaction: Transaction,
  { childId, counsellorId, now }: { childId: string; counsellorId: string; now: number },
): Promise<void> {
  const head = emptyHead(counsellorThread(childId, counsellorId), undefined, now);
  if (!(await transaction.get(threads, head._id))) await transaction.add(threads, head);
}

/** A message with its place in the thread, and the head after it. */
export function placeMessage(
  before: ThreadDocument,
  message: NewMessage,
  now: number,
  child: ChildDocument,
): { document: MessageDocument; head: ThreadDocument } {
  const { id, line: meant, held, file, body, ...said } = message;
  const document: MessageDocument = {
    ...{ _id: id, threadId: before._id, childId: before.childId },
    ...{ seq: nextSeq(before.seq, now), at: now, meant },
    shown: !held || said.side === 'family',
    line: held ? heldLine(said.member) : meant,
    state: held ? 'held' : 'sent',
    ...said,
    file: file ?? null,
    body: sealBody(id, body),
    ...waitedFor(before, message),
  };
  const known = {
    ...before,
    // As the child is now: it may have changed schools, or come into another class.
    schoolId: before.kind === 'school' ? (child.schoolId ?? null) : null,
    className: child.className ?? '',
  };
  const place = { collection: children.name, id: child._id, field: 'nickname' };
  return { document, head: headAfter(known, document, decrypt(place, child.nickname)) };
}

/** Since when the family has waited for this answer of its school's, if it is one. */
function waitedFor(
  { kind: thread, waiting }: ThreadDocument,
  { side, kind, held, line }: NewMessage,
): { waited?: number } {
  if (thread !== 'school' || side !== 'staff' || kind === 'note' || held) return {};
  const since = waitingSince(waiting.filter((wait) => answerLine(wait.line) === line));
  return since === null ? {} : { waited: since };
}

/**
 * Gives a message its place and writes it, in a transaction that has read the head. Two round trips,
 * whether the thread begins with it or not.
 */
export async function addMessage(
  transaction: Transaction,
  at: { place: ThreadPlace; head: ThreadDocument | undefined; child: ChildDocument; now: number },
  message: NewMessage,
  paces?: Paces,
): Promise<{ document: MessageDocument; head: ThreadDocument }> {
  const { place, child, now } = at;
  const before = at.head ?? emptyHead(place, child.schoolId, now);
  const placed = placeMessage(before, message, now, child);
  const head = { ...placed.head, ...(paces && { paces }) };
  await transaction.add(messages, placed.document);
  if (at.head) await transaction.update(threads, place.id, changeOf(head));
  else await transaction.add(threads, head);
  return { document: placed.document, head };
}

/** Hands on what was held: it takes its place now, so that nobody has looked past it. */
export async function releaseMessage(
  transaction: Transaction,
  head: ThreadDocument,
  message: MessageDocument,
  now: number,
): Promise<void> {
  const released = {
    ...message,
    ...{ seq: nextSeq(head.seq, now), line: message.meant, shown: true, state: 'sent' as const },
  };
  const { seq, line, shown, state } = released;
  await transaction.update(messages, message._id, { seq, line, shown, state });
  const tail = head.tail.filter((entry) => entry.seq !== message.seq);
  const waiting = head.waiting.filter((wait) => wait.line !== heldLine(message.member));
  const before = { ...head, tail, waiting };
  await transaction.update(threads, head._id, changeOf(headAfter(before, released)));
}

/** A head after a message, which may be a known one that has changed. */
export function headAfter(
  head: ThreadDocument,
  message: MessageDocument,
  nickname?: string,
): ThreadDocument {
  const { seq, line, member: by, side, kind, state, at } = message;
  const urgent = message.urgent !== undefined;
  const isNew = seq > head.seq;
  // Thanks ask for nothing: nobody is raised for them.
  const asks = side === 'staff' || message.situation !== 'thanks';
  const waiting =
    isNew && asks ? waitsAfter(head.waiting, { line, side, kind, at, urgent }) : [...head.waiting];
  const after = {
    ...head,
    seq: Math.max(head.seq, seq),
    // What is held is not there for anybody's list.
    lastAt: isNew && state !== 'held' ? seq : head.lastAt,
    waiting,
    waitingSince: waitingSince(waiting),
    tail: withEntry(head.tail, { seq, line, by, side, kind, state }),
  };
  return { ...after, ...deskAfter(head, after, message, openBody(message), nickname) };
}

/** The fields of a head that messages change, for an update. */
export function changeOf(head: ThreadDocument) {
  const { seq, lastAt, waitingSince: since, waiting, tail, schoolId } = head;
  const { className, desk, card, lookAt, raisedAt } = head;
  return {
    ...{ seq, lastAt, waitingSince: since, schoolId, className, desk, card, lookAt, raisedAt },
    waiting: command.set(waiting),
    tail: command.set(tail),
    paces: command.set(head.paces),
  };
}
