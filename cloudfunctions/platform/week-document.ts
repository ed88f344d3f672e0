import * as v from 'valibot';
import { RelationSchema } from '@contract/enums';
import { WeekAnswerSchema, type ClassChoice, type WeekAnswer } from '@contract/weekly';
import type { Checked } from './checked-content';
import { weeks, type WeekDocument } from './collections';
import { blindIndex, decrypt, encrypt } from './field-encryption';

/** What stands in a week about one child. `name`: the teacher; `relation`: who said it at home. */
const said = {
  answer: WeekAnswerSchema,
  name: v.optional(v.string()),
  relation: v.optional(RelationSchema),
  at: v.number(),
};
const SaidSchema = v.object({
  ...said,
  /** What was held or unchecked when something else was said: for whoever looks at it, shown to nobody. */
  kept: v.optional(v.array(v.object(said))),
  /** Nobody but whoever wrote it is shown the sentence. */
  held: v.optional(v.literal(true)),
  /** WeChat has not answered for the sentence yet. */
  unchecked: v.optional(v.literal(true)),
});
export type Said = v.InferOutput<typeof SaidSchema>;
const AnswersSchema = v.record(v.string(), SaidSchema);

/** A class's name may hold anything; the id holds letters and digits. */
export const classWeekId = ({ schoolId, className = '' }: ClassChoice, week: string) =>
  `${schoolId}_${blindIndex('class', className)}_${week}`;
export const homeWeekId = (childId: string, week: string) => `${childId}_${week}`;

const placeOf = (id: string) => ({ collection: weeks.name, id, field: 'answers' });

/** What was said, by child. */
export function openWeek(document: WeekDocument | undefined): Record<string, Said> {
  if (!document) return {};
  return v.parse(AnswersSchema, JSON.parse(decrypt(placeOf(document._id), document.answers)));
}

/** A week's document with these answers. */
export function weekDocument(
  { _id, of, week }: Pick<WeekDocument, '_id' | 'of' | 'week'>,
  answers: Readonly<Record<string, Said>>,
  now: number,
): WeekDocument {
  return {
    ...{ _id, of, week },
    children: Object.keys(answers),
    answers: encrypt(placeOf(_id), JSON.stringify(answers)),
    changedAt: now,
  };
}

/** What the others of a family may see: a sentence that is held is as if it had not been written. */
export function withoutHeld({ answer, held, kept: _k, unchecked: _u, ...said }: Said): Said {
  if (!held || answer.usual) return { answer, ...said };
  const { sentence: _held, ...rest } = answer;
  return { answer: rest, ...said };
}

export const sentenceOf = (answer: WeekAnswer) => (answer.usual ? undefined : answer.sentence);

/** When something is said: never in the same moment as what it replaces, whose check has its name by it. */
export const laterThan = (before: Said | undefined, now: number) =>
  Math.max(now, (before?.at ?? 0) + 1);

/**
 * What stays of what is said anew: a sentence that a person is still to look at, or that WeChat has
 * not answered for. Saying something else takes no sentence from who is to look at it.
 */
export function keptOf(before: Said | undefined): Pick<Said, 'kept'> {
  if (!before) return {};
  const { held, unchecked, kept = [], ...rest } = before;
  const all = held || unchecked ? [...kept, rest] : kept;
  return all.length > 0 ? { kept: all } : {};
}

/** Names one sentence for a check: the document, the child, and when it was said. */
export const sentenceRef = (weekId: string, childId: string, at: number) =>
  [weekId, childId, at].join('.');

function sentenceIn(document: WeekDocument | undefined, ref: string) {
  const [, childId = '', at] = ref.split('.');
  const answers = openWeek(document);
  const said = answers[childId];
  // Said anew meanwhile: that is another sentence, with a check of its own.
  return said && String(said.at) === at ? { childId, said, answers } : undefined;
}

function keptIn(document: WeekDocument | undefined, ref: string) {
  const [, childId = '', at] = ref.split('.');
  return openWeek(document)[childId]?.kept?.find((one) => String(one.at) === at);
}

/** A sentence of a week by its name, with who said it; also one that was said anew since. */
export function saidIn(document: WeekDocument | undefined, ref: string) {
  const said = sentenceIn(document, ref)?.said ?? keptIn(document, ref);
  return said && { ...said, sentence: sentenceOf(said.answer) };
}

const weekIdOf = (ref: string) => ref.split('.')[0] ?? '';

/** How a sentence of a week is read, held and released by whoever checks it. */
export const checkedWeek: Checked = {
  async text(database, ref) {
    const document = await database.get(weeks, weekIdOf(ref));
    const said = sentenceIn(document, ref)?.said ?? keptIn(document, ref);
    return said && sentenceOf(said.answer);
  },
  async hold(transaction, ref, now) {
    const document = await transaction.get(weeks, weekIdOf(ref));
    const found = sentenceIn(document, ref);
    // Said anew meanwhile: there is nothing to take from the family, and a person looks all the same.
    if (document && !found && keptIn(document, ref)) return ref.split('.')[1];
    if (!document || !found) return undefined;
    const answers = { ...found.answers, [found.childId]: { ...found.said, held: true as const } };
    const { answers: sealed } = weekDocument(document, answers, now);
    await transaction.update(weeks, document._id, { answers: sealed, changedAt: now });
    return found.childId;
  },
  async release(transaction, ref, now) {
    const document = await transaction.get(weeks, weekIdOf(ref));
    const found = sentenceIn(document, ref);
    if (!document || !found?.said.held) return;
    const { held: _held, ...said } = found.said;
    const { answers: sealed } = weekDocument(
      document,
      { ...found.answers, [found.childId]: said },
      now,
    );
    await transaction.update(weeks, document._id, { answers: sealed, changedAt: now });
  },
};
