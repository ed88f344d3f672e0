import type { Said } from './alert-evidence';
import type { Cause, PlaceCause } from './alerts';
import { announcementCause } from './checked-announcement';
import {
  announcements,
  children,
  messages,
  timeline,
  weeks,
  type CheckedThing,
  type ChildDocument,
  type MessageDocument,
} from './collections';
import { openBody } from './message-body';
import { entryAndPart, partOf, saidRef } from './said-parts';
import { openEntry } from './timeline-entries';
import type { Transaction } from './transaction';
import { saidIn } from './week-document';

/** A message that is already written, as a cause for an alert. */
export function messageCause<Child>(
  message: MessageDocument,
  child: Child,
  at: number,
): Omit<Cause, 'child'> & { child: Child } {
  const { _id: ref, threadId, childId, meant: line, seq, by, kind, side, relation } = message;
  const { name, note: _note, ...said } = openBody(message);
  // The counsellor's thread has its name behind the child's (platform/thread-seats).
  const role = threadId === childId ? ('teacher' as const) : ('counsellor' as const);
  return {
    ...{ source: 'message', ref, child, by, at },
    said: {
      ...{ ...said, kind: kind === 'note' ? 'text' : kind, at: message.at },
      situation: message.situation,
      by: side === 'family' ? { relation } : { role, name },
    },
    thread: { id: threadId, line, seq },
  };
}

/** Something that a check found wanting later; undefined when it, or the child, is gone. */
export async function causeOfThing(
  transaction: Transaction,
  about: {
    thing: CheckedThing;
    ref: string;
    childId: string;
    fileId: string | null;
    openid?: string | undefined;
  },
  at: number,
): Promise<Cause | PlaceCause | undefined> {
  const { thing, ref, childId, fileId } = about;
  if (thing === 'announcement') {
    const announced = await transaction.get(announcements, ref);
    return announced && announcementCause(transaction, announced, fileId, at);
  }
  const child = await transaction.get(children, childId);
  if (!child) return undefined;
  if (thing === 'message') {
    const message = await transaction.get(messages, ref);
    return message && messageCause(message, child, at);
  }
  if (thing === 'note') return noted(transaction, { ...about, child, at });
  const said = thing === 'weekly' ? await weekly(transaction, ref) : undefined;
  return said && { source: thing, ref, child, by: about.openid ?? '', said, at };
}

async function noted(
  transaction: Transaction,
  about: {
    ref: string;
    child: ChildDocument;
    fileId: string | null;
    openid?: string | undefined;
    at: number;
  },
): Promise<Cause | undefined> {
  const { ref, child, fileId, openid, at } = about;
  const entry = await transaction.get(timeline, entryAndPart(ref)[0]);
  const details = entry && openEntry(entry);
  const part = details && partOf(details, ref, fileId);
  if (!part || details.kind === 'call') return undefined;
  // Of an answer nobody has written down who gave it: the child, with an adult at home.
  const isAnswer = part.of === 'answer';
  // Somebody else may have put the day right since.
  const sender = child.circle.find((adult) => adult.openid === openid);
  const by = isAnswer ? {} : { relation: sender?.relation ?? details.by };
  const { words, voice } = part;
  // What was said beside it helps to understand it, where nothing else was said since.
  const beside = part.of === 'own' ? { text: details.words, ...details.voice } : {};
  return {
    ...{ source: 'note', child, at, by: isAnswer ? '' : (sender?.openid ?? entry.by) },
    ref: saidRef(entry._id, words ?? voice?.fileId ?? ''),
    said: {
      ...{ ...beside, ...voice, kind: voice ? 'voice' : 'text', at: entry.at, by },
      ...(words !== undefined && { text: words }),
    },
  };
}

async function weekly(transaction: Transaction, ref: string): Promise<Said | undefined> {
  const [weekId = ''] = ref.split('.');
  const said = saidIn(await transaction.get(weeks, weekId), ref);
  if (!said) return undefined;
  const { relation, name, at } = said;
  const by = relation === undefined ? { role: 'teacher' as const, name } : { relation };
  return { kind: 'text', text: said.sentence, at, by };
}
