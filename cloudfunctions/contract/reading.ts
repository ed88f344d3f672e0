import * as v from 'valibot';
import { contractOf } from './action';
import { AudienceSchema, GuideSchema, PictureSchema } from './guides';
import { EmptySchema, IdSchema, MomentSchema, TownshipCodeSchema } from './shapes';

/** A guide in the list: enough to choose it by, and to find it by plain words without network. */
export const GuideSummarySchema = v.object({
  id: IdSchema,
  version: v.number(),
  audience: AudienceSchema,
  title: v.string(),
  purpose: v.string(),
  picture: PictureSchema,
  /** How many there are to hear. */
  blocks: v.number(),
  crisisRelated: v.boolean(),
  /** Its signatures have run out: it stays for its telephone buttons, with a note. */
  expired: v.boolean(),
  words: v.array(v.string()),
  otherHalf: v.optional(IdSchema),
});
export type GuideSummary = v.InferOutput<typeof GuideSummarySchema>;

/** How far somebody has come with one guide. */
export const ProgressSchema = v.object({
  guideId: IdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Blocks heard or read, from the first on. */
  blocks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
  at: MomentSchema,
  /** The number of the answer that was chosen last, and when. */
  answered: v.optional(
    v.object({
      choice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
      at: MomentSchema,
    }),
  ),
});
export type Progress = v.InferOutput<typeof ProgressSchema>;

const ListSchema = v.array(ProgressSchema);

export const reading = {
  'guides.listGuides': contractOf({
    summary: 'The guides of a place for one audience. Needs no account.',
    effect: 'read',
    input: v.strictObject({
      audience: AudienceSchema,
      township: v.optional(TownshipCodeSchema),
      cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}:[\w-]{1,80}$/))),
    }),
    output: v.object({
      guides: v.array(GuideSummarySchema),
      next: v.optional(v.string()),
    }),
  }),
  'guides.getGuide': contractOf({
    summary: 'One guide in full, with who signed it. Needs no account.',
    effect: 'read',
    input: v.strictObject({ guideId: IdSchema }),
    output: v.object({ now: MomentSchema, guide: GuideSchema }),
  }),
  'guides.answerQuestion': contractOf({
    summary: 'Keeps the answer to a guide’s question, and says whether it was the right one.',
    effect: 'repeatable',
    input: v.strictObject({
      guideId: IdSchema,
      version: ProgressSchema.entries.version,
      answer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
    }),
    output: v.object({ right: v.boolean(), explanation: v.string() }),
  }),
  'guides.saveProgress': contractOf({
    summary:
      'What was heard, also without network earlier. The furthest counts, however often it comes.',
    effect: 'repeatable',
    input: v.strictObject({
      items: v.pipe(
        v.array(v.strictObject(ProgressSchema.entries)),
        v.minLength(1),
        v.maxLength(60),
      ),
    }),
    output: v.object({ items: ListSchema }),
  }),
  'guides.listProgress': contractOf({
    summary: 'What the caller has heard so far.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ items: ListSchema }),
  }),
};
