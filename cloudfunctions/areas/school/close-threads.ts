import * as v from 'valibot';
import { EmptySchema } from '@contract/shapes';
import { everyoneLine } from '@rules/threads';
import { children, posts, threads, type PostDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { once } from '../../platform/idempotency';
import { faultOf, log } from '../../platform/log';
import { counsellorThread, staffOf } from '../../platform/thread-seats';
import { addMessage } from '../../platform/thread-writing';
import type { Transaction } from '../../platform/transaction';
import { openChild } from '../family/read-children';
import { systemMember } from './auto-note';

const postsAtOnce = 10;
/** In one run; the rest waits for the next. */
const threadsAtOnce = 30;
const PlaceSchema = v.object({ _id: v.string(), childId: v.string() });

/**
 * A counsellor has gone. What was said with them was said in confidence, to them: families were told
 * that the counsellor of a visit sees it (wording/privacy), so it goes to no successor. Each family
 * finds a line in its thread and a notice; nothing can be sent there any more (send-message.ts), and a
 * new thread begins with the first visit at somebody else's. Where another still has the desk, it goes
 * on. Answers how many were closed.
 */
export async function closeThreads(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  const ended = await database.find(posts, {
    where: { closing: command.gt(0) },
    order: [['closing', 'asc']],
    limit: postsAtOnce,
  });
  let closed = 0;
  for (const post of ended) {
    try {
      closed += await closeOf(database, post, { now, random });
    } catch (error) {
      log({ action: 'closeThreads', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return closed;
}

async function closeOf(
  database: Database,
  { _id: postId, counsellorId }: PostDocument,
  { now, random }: { now: number; random: () => number },
): Promise<number> {
  const done = () => database.update(posts, postId, { closing: command.remove() });
  if (counsellorId === undefined) return done().then(() => 0);
  const holders = await staffOf(database, counsellorThread('', counsellorId), {});
  if (holders.length > 0) return done().then(() => 0);
  const open = await database.findParts(threads, PlaceSchema, {
    where: { counsellorId, closedFor: command.neq(postId) },
    order: [['lastAt', 'desc']],
    limit: threadsAtOnce,
    fields: { childId: true },
  });
  for (const { _id: threadId } of open) {
    const request = { action: 'closeThreads', input: {}, openid: 'job', now };
    await once(
      database,
      random,
      { ...request, requestId: `${postId}_${threadId}` },
      EmptySchema,
      (transaction) => close(transaction, { threadId, postId, now }),
    );
  }
  if (open.length < threadsAtOnce) await done();
  return open.length;
}

async function close(
  transaction: Transaction,
  { threadId, postId, now }: { threadId: string; postId: string; now: number },
): Promise<Record<string, never>> {
  const head = await transaction.get(threads, threadId);
  const child = head && (await transaction.get(children, head.childId));
  if (!head?.counsellorId || head.closedFor === postId) return {};
  if (child) {
    await addMessage(
      transaction,
      { place: counsellorThread(child._id, head.counsellorId), head, child, now },
      {
        ...{ id: `job_${postId}_${threadId}`, by: '', member: systemMember, side: 'staff' },
        ...{ kind: 'note', line: everyoneLine, held: false, body: { note: { says: 'closed' } } },
      },
    );
    transaction.tell({
      ...{ to: child.circle.map(({ openid }) => openid), kind: 'counsellorLeft' },
      ...{ childId: child._id, nickname: openChild(child).nickname, threadId },
    });
  }
  await transaction.update(threads, threadId, { closedFor: postId });
  return {};
}
