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
  type MessageDocument,
} from './collections';
import { openBody } from './message-body';
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
  about: { thing: CheckedThing; ref: string; childId: string; fileId: string | null },
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
  const found = thing === 'note' ? await noted(transaction, ref, fileId) : undefined;
  const said = found?.said ?? (thing === 'weekly' ? await weekly(transaction, ref) : undefined);
  return said && { source: thing, ref, child, by: found?.by ?? '', said, at };
}

async function noted(
  transaction: Transaction,
  ref: string,
  fileId: string | null,
): Promise<{ said: Said; by: string } | undefined> {
  const entry = await transaction.get(timeline, ref);
  const details = entry && openEntry(entry);
  if (!details || details.kind === 'call') return undefined;
  const answer = details.kind === 'note' ? details.answer : undefined;
  const answered = fileId === null || answer?.voice?.fileId !== fileId ? undefined : answer.voice;
  const isAnswer = answered !== undefined;
  const voice = answered ?? details.voice;
  const text = isAnswer ? undefined : details.words;
  const kind = fileId !== null || text === undefined ? 'voice' : 'text';
  // Of an answer nobody has written down who gave it: the child, with an adult at home.
  const by = isAnswer ? {} : { relation: details.by };
  return { said: { kind, text, ...voice, at: entry.at, by }, by: isAnswer ? '' : entry.by };
}

async function weekly(transaction: Transaction, ref: string): Promise<Said | undefined> {
  const [weekId = ''] = ref.split('.');
  const said = saidIn(await transaction.get(weeks, weekId), ref);
  if (!said) return undefined;
  const { relation, name, at } = said;
  const by = relation === undefined ? { role: 'teacher' as const, name } : { relation };
  return { kind: 'text', text: said.sentence, at, by };
}
