import * as v from 'valibot';
import { WeekFaceSchema } from '@contract/enums';
import { WeekFactsSchema, WeekSentenceSchema, type WeekAnswer } from '@contract/weeks';

/** What somebody has picked so far of one child's week. */
export const ToldSchema = v.object({
  face: v.optional(WeekFaceSchema),
  facts: WeekFactsSchema,
  sentence: v.optional(v.string()),
});
export type Told = v.InferOutput<typeof ToldSchema>;

export const nothingTold: Told = { facts: {} };

export const isToldAny = ({ face, facts, sentence }: Told) =>
  face !== undefined || Object.values(facts).some((fact) => fact !== undefined) || !!sentence;

/** A face that nobody picked is the plain one; a sentence that does not fit stays on the device. */
export function answerOf({ face = 'calm', facts, sentence }: Told): WeekAnswer {
  const said = v.safeParse(WeekSentenceSchema, sentence);
  return { usual: false, face, facts, ...(said.success && { sentence: said.output }) };
}

export function toldOf(answer: WeekAnswer | undefined): Told {
  if (!answer || answer.usual) return nothingTold;
  const { face, facts, sentence } = answer;
  return { face, facts, sentence };
}
