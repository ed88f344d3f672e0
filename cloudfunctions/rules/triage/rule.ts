/** S0 harmless, S1 concern, S2 a person looks today, S3 now. */
export type Level = 'S0' | 'S1' | 'S2' | 'S3';

/** Questions with two large buttons, asked where words alone cannot tell. The words are in `src/wording`. */
export type Question = 'whichMedicine';

/** `[id, level, pattern, question?]`; the pattern reads folded text (`fold.ts`). */
export type Rule = readonly [id: string, level: 1 | 2 | 3, pattern: string, ask?: Question];

/** What the rules of one file are about. */
export interface Concept {
  concept: string;
  rules: readonly Rule[];
}
