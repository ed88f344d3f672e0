import * as v from 'valibot';
import { contentChecks } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { SuggestionSchema } from '../../platform/sdk';
import { holdFlagged } from './hold-flagged';

/** The event that WeChat pushes when a picture or recording was checked (mediaCheckAsync, version 2). */
const EventSchema = v.object({
  MsgType: v.literal('event'),
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.nonEmpty()),
  errcode: v.number(),
  /** Missing when the file could not be fetched (-1008). */
  result: v.optional(v.object({ suggest: SuggestionSchema })),
});

/** WeChat may push before the trace is written down: it pushes again when the function fails. */
export class TraceUnknown extends Error {}

/** A result may overtake its trace by some seconds; later nobody waits for it any more. */
const overtakingMs = 10_000;
const TimeSchema = v.object({ CreateTime: v.number() });

/**
 * Takes a late result. One that flags holds what was delivered; a failure is asked about again by
 * the job. The same event twice does nothing. Answers whether it was such an event.
 * @throws TraceUnknown while it may still come.
 */
export async function settleMediaCheck(
  database: Database,
  event: unknown,
  { now, random }: { now: number; random: () => number },
): Promise<boolean> {
  const read = v.safeParse(EventSchema, event);
  if (!read.success) return false;
  const { trace_id: traceId, errcode, result } = read.output;
  const [check] = await database.find(contentChecks, { where: { traceId }, limit: 1 });
  if (!check) {
    const sent = v.safeParse(TimeSchema, event);
    if (sent.success && now - sent.output.CreateTime * 1000 < overtakingMs)
      throw new TraceUnknown();
    return true;
  }
  if (errcode !== 0 || !result) {
    await database.updateWhere(contentChecks, { _id: check._id, traceId }, { lookAt: now });
  } else if (result.suggest === 'pass') {
    await database.removeWhere(contentChecks, { _id: check._id, traceId });
  } else {
    // Whoever is to see it is told by the job: this function may not push (its config.json).
    await holdFlagged(database, random, check, now);
  }
  return true;
}
