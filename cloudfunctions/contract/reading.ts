import * as v from 'valibot';
import { contractOf } from './action';
import { AudienceSchema, GuideSchema, PictureSchema } from './guides';
import { RecordingSchema } from './recordings';
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

/** A next step of a guide that leads to somebody: what was tapped afterwards. */
export const contacts = ['book', 'askSchool', 'call', 'tellFamily'] as const;
export type Contact = (typeof contacts)[number];

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
      right: v.optional(v.boolean()),
    }),
  ),
  /** How many blocks this version has: the phone knows, and the account need not look it up. */
  of: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  /** What was tapped afterwards, each once. */
  contacts: v.optional(v.pipe(v.array(v.picklist(contacts)), v.maxLength(contacts.length))),
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
      /** Withdrawn lately, with the first page: copies of these versions and older ones go. */
      gone: v.optional(v.array(v.object({ id: IdSchema, version: v.number() }))),
    }),
  }),
  'guides.getGuide': contractOf({
    summary: 'One guide in full, with who signed it. Needs no account.',
    effect: 'read',
    input: v.strictObject({ guideId: IdSchema }),
    output: v.object({
      now: MomentSchema,
      guide: GuideSchema,
      /** Recorded in the caller's county; the links come with `getAudio`. */
      recordings: v.optional(v.array(RecordingSchema)),
    }),
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
