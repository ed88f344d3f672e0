import * as v from 'valibot';
import { events } from './collections';
import type { Database } from './database';
import { ActionError } from './errors';
import { blindIndex, decrypt, encrypt } from './field-encryption';
import { outboxOf, type Effect } from './effects';
import { inTransaction, type Transaction } from './transaction';

/** JSON with sorted keys: the same input gives the same digest whoever serialised it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export interface OnceRequest {
  action: string;
  input: unknown;
  openid: string;
  requestId: string;
  now: number;
}

/**
 * Does `work` once for a person's requestId. The event that proves it is written in the same
 * transaction, so a request that is repeated because the network, the function or the machine
 * failed gets the first answer again.
 * @throws ActionError REQUEST_REUSED when the id comes back with another payload.
 */
export async function once<Output extends v.GenericSchema>(
  database: Database,
  random: () => number,
  request: OnceRequest,
  output: Output,
  work: (transaction: Transaction) => Promise<v.InferOutput<Output>>,
  /** Told after the commit, and not by a repeated request: the event, and what it has to tell. */
  committed?: (eventId: string, effects: readonly Effect[]) => void,
): Promise<v.InferOutput<Output>> {
  const id = `${request.openid}_${request.requestId}`;
  const place = { collection: events.name, id, field: 'answer' };
  // Keyed: what is answered by a few taps could otherwise be guessed from it.
  const digest = blindIndex('event', canonical([request.action, request.input]));
  let effects: readonly Effect[] = [];
  const settled = await inTransaction(database, random, async (transaction) => {
    effects = [];
    const done = await transaction.get(events, id);
    if (done) {
      if (done.digest !== digest) throw new ActionError('REQUEST_REUSED');
      return v.parse(output, JSON.parse(decrypt(place, done.answer)));
    }
    const answer = await work(transaction);
    const told = transaction.takeEffects();
    await transaction.add(events, {
      _id: id,
      action: request.action,
      digest,
      answer: encrypt(place, JSON.stringify(answer)),
      at: request.now,
      ...outboxOf(id, told, request.now),
    });
    effects = told;
    return answer;
  });
  if (effects.length > 0) committed?.(id, effects);
  return settled;
}
