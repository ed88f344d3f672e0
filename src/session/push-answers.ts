import * as v from 'valibot';
import { PushAnswerSchema, type PushAnswer } from '@contract/push';

const SaidSchema = v.record(v.string(), v.unknown());

/** The answers among what WeChat gives back; a word that nobody knows is none. */
export function answersIn(said: unknown, ids: readonly string[]): Map<string, PushAnswer> {
  const read = v.safeParse(SaidSchema, said);
  if (!read.success) return new Map();
  return new Map(
    ids.flatMap((id) => {
      const answer = v.safeParse(PushAnswerSchema, read.output[id]);
      return answer.success ? [[id, answer.output] as const] : [];
    }),
  );
}
