import type * as v from 'valibot';
import type { Database } from './database';
import { cannotWait } from './effects';
import { once, type OnceRequest } from './idempotency';
import { faultOf, log } from './log';
import type { Transaction } from './transaction';

/** Tells what an event has to tell (areas/notify/tell-now.ts). */
export type Tell = (eventId: string) => Promise<void>;

interface Run {
  database: Database;
  random: () => number;
  /** Without it the outbox tells everything, within a minute. */
  tell?: Tell | undefined;
}

/** As which the timer and WeChat's callbacks write down what they have done once. */
export const jobRequest = (action: string, requestId: string, now: number): OnceRequest => ({
  ...{ action, input: {}, openid: 'job', requestId, now },
});

/** What no person asked for, done once; what cannot wait is told after the commit, as after an action. */
export async function onceAndTell<Output extends v.GenericSchema>(
  { database, random, tell }: Run,
  request: OnceRequest,
  output: Output,
  work: (transaction: Transaction) => Promise<v.InferOutput<Output>>,
): Promise<v.InferOutput<Output>> {
  const pressing: string[] = [];
  const answer = await once(database, random, request, output, work, (eventId, effects) => {
    if (cannotWait(effects)) pressing.push(eventId);
  });
  for (const eventId of pressing) {
    try {
      await tell?.(eventId);
    } catch (error) {
      // What is committed is done: the outbox tells it.
      log({ action: 'tellNow', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return answer;
}
