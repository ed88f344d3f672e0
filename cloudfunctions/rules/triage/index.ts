import { fold } from './fold';
import { blankHarmless, hitsIn } from './hits';
import { alarming, type Table } from './model';
import { unpack } from './packed';
import type { Level, Question } from './rule';
import { now, sure, today } from './weights';

/**
 * Draft, awaiting sign-off by a clinician, a child-protection worker and two dialect speakers. It
 * points out words that a person should read; it decides nothing about a child, blocks nothing and
 * lowers nobody's own rating. The same code runs on the phone (help card) and in the cloud
 * (authoritative).
 */
export type { Level, Question } from './rule';

/** Why: the rule or passage that spoke, and where in the text as written (UTF-16, end exclusive). */
export interface Reason {
  /** `concept/rule`, or `model/…` for the weights. */
  rule: string;
  concept: string;
  start: number;
  end: number;
}

export interface Triage {
  level: Level;
  /** Something that counts was said to be denied. For the reader only: a denial lowers nothing. */
  negated: boolean;
  /** A question to ask before the help card, where the words alone cannot tell. */
  ask?: Question;
  reasons: Reason[];
}

const tableOf = ({ packed, step, threshold }: typeof now): Table => ({
  weights: unpack(packed, step),
  threshold,
});
const tables = { today: tableOf(today), now: tableOf(now) };

const denial = /(?:没|不|别|未|否认)(?:有|是|会|曾)?(?:说|提|承认|觉得|认|打算|想|要|他|我){0,4}$/;

/** How urgently a person should read `text`, and what made it so. Pure; well under a millisecond. */
export function triage(text: string): Triage {
  const folded = fold(text);
  const read = blankHarmless(folded.text);
  const hits = hitsIn(read);
  const passage = alarming(read, hits, tables.today);
  const urgent = passage !== undefined || hits.some(({ index }) => sure.charAt(index) === '1');
  const atOnce = urgent ? alarming(read, hits, tables.now) : undefined;
  const place = (start: number, end: number) => ({
    start: folded.at[start] ?? 0,
    end: folded.ends[end - 1] ?? text.length,
  });
  const passages = [
    ...(passage ? [{ rule: 'model/today', ...passage }] : []),
    ...(atOnce ? [{ rule: 'model/now', ...atOnce }] : []),
  ];
  const ask = hits.find((hit) => hit.ask !== undefined)?.ask;
  return {
    level: levelOf(hits, urgent, atOnce !== undefined),
    negated: hits.some(({ start }) =>
      denial.test(folded.text.slice(Math.max(0, start - 6), start)),
    ),
    reasons: [
      ...hits.map(({ rule, concept, start, end }) => ({ rule, concept, ...place(start, end) })),
      ...passages.map(({ rule, start, end }) => ({ rule, concept: 'model', ...place(start, end) })),
    ],
    ...(ask && urgent ? { ask } : {}),
  };
}

/** A rule that its surroundings speak against still asks for the weekly look. */
function levelOf(hits: readonly { level: number }[], urgent: boolean, atOnce: boolean): Level {
  if (!urgent) return hits.length > 0 ? 'S1' : 'S0';
  return atOnce || hits.some(({ level }) => level === 3) ? 'S3' : 'S2';
}
