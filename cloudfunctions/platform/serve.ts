import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { RequestSchema, type Answer } from '@contract';
import { limits } from '@contract/limits';
import type { Action } from './action';
import { loadCaller } from './caller';
import { readClock } from './clock';
import { Database } from './database';
import { ActionError, failure } from './errors';
import { faultOf, log } from './log';
import { callingOpenid } from './sdk';

const EventSchema = v.record(v.string(), v.unknown());

/** Tells at once, after the commit, what an event has to tell that cannot wait for the job. */
export type TellNow = (database: Database, eventId: string, now: number) => Promise<void>;

/** Turns the list of actions into the entry of a cloud function. */
export function serve(actions: Action[], tellNow?: TellNow) {
  const byName = new Map<string, Action>(actions.map((action) => [action.name, action]));

  return async function main(event: unknown): Promise<Answer<unknown>> {
    const began = readClock();
    const database = new Database();
    const seen = { action: 'unknown', requestId: '' };
    try {
      const pressing: string[] = [];
      const data = await answer(byName, event, { database, now: began, seen, pressing });
      for (const eventId of pressing) await tellSafely(tellNow, database, eventId, began);
      log({ ...seen, ms: readClock() - began, trips: database.trips, code: 'OK' });
      return { ok: true, data };
    } catch (error) {
      const code = error instanceof ActionError ? error.code : 'INTERNAL';
      log({
        ...seen,
        ms: readClock() - began,
        trips: database.trips,
        code,
        ...(code === 'INTERNAL' ? faultOf(error) : {}),
      });
      return { ok: false, error: failure(code) };
    }
  };
}

/** What is committed is done: should telling of it fail, the job does that within a minute. */
async function tellSafely(
  tellNow: TellNow | undefined,
  database: Database,
  eventId: string,
  now: number,
): Promise<void> {
  try {
    await tellNow?.(database, eventId, now);
  } catch (error) {
    log({ action: 'tellNow', code: 'INTERNAL', ...faultOf(error) });
  }
}

async function answer(
  byName: Map<string, Action>,
  event: unknown,
  {
    database,
    now,
    seen,
    pressing,
  }: {
    database: Database;
    now: number;
    seen: { action: string; requestId: string };
    pressing: string[];
  },
): Promise<unknown> {
  if (!v.is(EventSchema, event)) throw new ActionError('INVALID_INPUT');
  if (Buffer.byteLength(JSON.stringify(event)) > limits.requestBytes) {
    throw new ActionError('TOO_LARGE');
  }
  const request = v.safeParse(RequestSchema, event);
  if (!request.success) throw new ActionError('INVALID_INPUT');
  const { action: name, input, requestId } = request.output;
  seen.requestId = requestId;
  const action = byName.get(name);
  if (!action) throw new ActionError('UNKNOWN_ACTION');
  seen.action = action.name;
  const openid = callingOpenid();
  if (!openid) throw new ActionError('FORBIDDEN');
  const caller = await loadCaller(database, openid);
  return action.run(
    {
      caller,
      database,
      now,
      requestId,
      pressing,
      random: Math.random,
      newId: (prefix) => `${prefix}_${randomBytes(12).toString('base64url')}`,
    },
    input,
  );
}
