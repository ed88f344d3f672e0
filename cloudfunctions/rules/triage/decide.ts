import { fold } from './fold';
import { blankHarmless, hitsIn } from './hits';
import { alarming, featuresOf, type Tables } from './model';
import type { Level, Question } from './rule';

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

/** Characters of a message that says one thing. */
const few = 8;

const denial = /(?:没|不|别|未|否认)(?:有|是|会|曾)?(?:说|提|承认|觉得|认|打算|想|要|他|我){0,4}$/;

/** How urgently a person should read `text` by these tables, and what made it so. Pure; about a millisecond. */
export function decide(text: string, tables: Tables): Triage {
  const folded = fold(text);
  const read = blankHarmless(folded.text);
  const hits = hitsIn(read);
  const features = featuresOf(read, hits, folded, tables.bits);
  const passage = alarming(features, tables.today);
  const atOnce = alarming(features, tables.now);
  // What is plain decides by itself, whatever the model says of the words around it.
  const plainest = Math.max(0, ...hits.map(({ plain, level }) => (plain ? level : 0)));
  const urgent = passage !== undefined || plainest >= 2;
  const place = (start: number, end: number) => ({
    start: folded.at[start] ?? 0,
    end: folded.ends[end - 1] ?? text.length,
  });
  const passages = [
    ...(passage ? [{ rule: 'model/today', ...passage }] : []),
    ...(urgent && atOnce ? [{ rule: 'model/now', ...atOnce }] : []),
  ];
  const ask = hits.find((hit) => hit.ask !== undefined)?.ask;
  // Nothing is said but what may be medicine or poison: the answer to the question tells.
  const isOpen = ask !== undefined && read.length <= few && hits.every(({ level }) => level < 3);
  return {
    level: levelOf(hits, urgent, (atOnce !== undefined && !isOpen) || plainest === 3),
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
function levelOf(hits: readonly unknown[], urgent: boolean, atOnce: boolean): Level {
  if (!urgent) return hits.length > 0 ? 'S1' : 'S0';
  return atOnce ? 'S3' : 'S2';
}
