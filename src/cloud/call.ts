import * as v from 'valibot';
import type { ActionName, Answer, InputOf, OutputOf } from '@contract';
import { AnswerSchema } from '@contract/envelope';
import { errorMeanings, type ErrorCode } from '@contract/errors';
import { noteServerTime } from './clock';
import { schemasOf } from './contracts';
import { newRequestId } from './request-id';
import { transport } from './transport';

/** How long one try may take, and the pauses before the tries that follow. Milliseconds. */
const patienceMs = 12_000;
const pausesMs = [500, 1500];

function failed(code: ErrorCode): {
  ok: false;
  error: { code: ErrorCode; message: string; retry: 'never' | 'same' };
} {
  return { ok: false, error: { code, ...errorMeanings[code] } };
}

/**
 * Asks the backend. Never throws: what goes wrong on the way comes back as an error with a plain
 * sentence, like the server's own. A failure that may be repeated is repeated with the same
 * requestId, so that nothing is done twice.
 */
export async function call<Name extends ActionName>(
  action: Name,
  input: InputOf<Name>,
  requestId: string = newRequestId(),
): Promise<Answer<OutputOf<Name>>> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tryOnce(action, input, requestId);
    const pause = pausesMs[attempt];
    if (answer.ok || answer.error.retry === 'never' || pause === undefined) return answer;
    if (answer.error.code === 'OFFLINE') return answer; // the person waits for the network, not we
    await sleep(pause);
  }
}

async function tryOnce<Name extends ActionName>(
  action: Name,
  input: InputOf<Name>,
  requestId: string,
): Promise<Answer<OutputOf<Name>>> {
  let raw: unknown;
  try {
    raw = await Promise.race([transport.send({ action, input, requestId }), timeUp()]);
  } catch (error) {
    if (error instanceof TimeUp) return failed('TIMEOUT');
    return failed((await transport.isOnline().catch(() => true)) ? 'INTERNAL' : 'OFFLINE');
  }
  const answer = v.safeParse(AnswerSchema, raw);
  if (!answer.success) return failed('NOT_UNDERSTOOD');
  if (!answer.output.ok) return answer.output;
  const schemas = schemasOf(action);
  const data = schemas && v.safeParse(schemas.output, answer.output.data);
  if (!data?.success) return failed('NOT_UNDERSTOOD');
  const time = v.safeParse(TimedSchema, data.output);
  if (time.success) noteServerTime(time.output.now);
  return { ok: true, data: data.output };
}

/** Answers that carry the server's time. */
const TimedSchema = v.object({ now: v.number() });

class TimeUp extends Error {}

function timeUp(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new TimeUp()), patienceMs);
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
