import {
  messages,
  threads,
  type MessageDocument,
  type ThreadDocument,
} from '../../../cloudfunctions/platform/collections';
import type { Database } from '../../../cloudfunctions/platform/database';

const perThread = 500;
const atOnce = 500;

/** Threads of other families, so that there are so many messages. What they say is never opened. */
export async function filledThreads(database: Database, from: number, to: number): Promise<void> {
  const started = Date.now() - to;
  for (let at = from; at < to; at += atOnce) {
    const list = Array.from({ length: Math.min(atOnce, to - at) }, (_, number) =>
      messageOf(at + number, started),
    );
    await database.addMany(messages, list);
    if (at % perThread === 0) await database.add(threads, headOf(at / perThread, started + at));
  }
}

const childOf = (thread: number) => `other-child-${thread}`;

function messageOf(number: number, started: number): MessageDocument {
  const childId = childOf(Math.floor(number / perThread));
  const at = started + number;
  return {
    ...{ _id: `other_${number}`, threadId: childId, childId, seq: at, at },
    ...{ line: 'all', meant: 'all', shown: true, by: `other-adult-${number % 997}` },
    ...{ member: 'A'.repeat(24), side: 'family', kind: 'text', state: 'sent', file: null },
    body: 'e1.k1.none.none.none',
  };
}

function headOf(thread: number, at: number): ThreadDocument {
  const childId = childOf(thread);
  return {
    ...{ _id: childId, kind: 'school', childId, schoolId: 'school-other', counsellorId: null },
    ...{ seq: at, lastAt: at, waitingSince: null, waiting: [], tail: [] },
    ...{ paces: {}, createdAt: at },
    ...{ className: '', desk: at, card: null, lookAt: null, raisedAt: null },
  };
}
