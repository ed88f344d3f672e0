import { decide, type Triage } from './decide';
import { tables } from './phone';

/**
 * Draft, awaiting sign-off by a clinician, a child-protection worker and two dialect speakers. It
 * points out words that a person should read; it decides nothing about a child, blocks nothing and
 * lowers nobody's own rating. This is what the phone says (help card at once, also without network),
 * with a small table of weights; the cloud's word (`cloud/`) comes of the same code and a large one,
 * and is authoritative.
 */
export const triage = (text: string, by = tables): Triage => decide(text, by);

export type { Reason, Triage } from './decide';
export type { Level, Question } from './rule';
