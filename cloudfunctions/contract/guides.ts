import * as v from 'valibot';
import { DaySchema, IdSchema, nameOf } from './shapes';

/** For whom a guide is written. */
export const audiences = ['caregiver', 'parent', 'teacher'] as const;
/**
 * What a block is for. A guide begins with `today` (what to do today) and ends with `help` (whom to
 * turn to); between them what one sees, what one may say and what one does.
 */
export const blockKinds = ['today', 'see', 'say', 'do', 'help'] as const;
/** Pictures of blocks. None shows a child's face, an injury or anything that frightens. */
export const pictures = [
  'together',
  'listening',
  'talking',
  'asking',
  'noticing',
  'meal',
  'bedtime',
  'praise',
  'waiting',
  'calm',
  'lock',
  'wound',
  'doctor',
  'hospital',
  'school',
  'classroom',
  'police',
  'phone',
  'voice',
  'calendar',
  'suitcase',
  'gift',
  'home',
  'rest',
  'friends',
  'paper',
  'writing',
  'quiet',
  'helping',
] as const;
export const nextStepKinds = ['book', 'askSchool', 'call', 'tellFamily', 'guide'] as const;
/**
 * `draft` is written, `inReview` lies with reviewers, `needsChange` has come back with reasons.
 * Families see `published` alone; a guide for a crisis that has `expired` keeps a note and its
 * telephone buttons. `replaced`: a newer version stands for it. What may follow what:
 * rules/guide-states.
 */
export const guideStatuses = [
  'draft',
  'inReview',
  'needsChange',
  'published',
  'expired',
  'withdrawn',
  'replaced',
] as const;
/**
 * Who has to sign (reference/domain/guides.md): psychiatrist, counsellor, social worker or child
 * protection, lawyer, teacher of the place, two grandparents who read it back.
 */
export const reviewerCodes = ['P', 'C', 'S', 'L', 'T', 'G'] as const;
/** `facts`: only what it says is true, in words of our own. `quote`: an official text, word for word. */
export const sourceUses = ['facts', 'quote'] as const;

export const AudienceSchema = v.picklist(audiences);
export const BlockKindSchema = v.picklist(blockKinds);
export const PictureSchema = v.picklist(pictures);
export const GuideStatusSchema = v.picklist(guideStatuses);
export const ReviewerCodeSchema = v.picklist(reviewerCodes);
export const SourceUseSchema = v.picklist(sourceUses);

/**
 * The parts of a guide. `least` 1: as it has to be before anybody signs it; 0: as it may be while it
 * is being written, with gaps. Both have the same fields.
 */
function partsOf(least: 0 | 1) {
  const text = v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(400));
  const title = v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(24));
  const link = v.pipe(
    v.string(),
    v.check((id) => (id === '' && least === 0) || v.is(IdSchema, id)),
  );
  const block = v.object({
    kind: BlockKindSchema,
    title,
    picture: PictureSchema,
    /** What is read aloud: a few short sentences. */
    text,
  });
  const question = v.object({
    ask: text,
    answers: v.pipe(
      v.array(v.object({ text, right: v.boolean(), explanation: text })),
      v.minLength(2 * least),
      v.maxLength(3),
      v.check(
        (answers) => least === 0 || answers.filter(({ right }) => right).length === 1,
        'one answer is right',
      ),
    ),
  });
  /** `call` names lines of the directory by id: a number is never typed into a guide. */
  const nextStep = v.variant('kind', [
    v.object({ kind: v.literal('book') }),
    /** The message is prepared; the person reads and sends it, or not. */
    v.object({ kind: v.literal('askSchool'), message: text }),
    v.object({
      kind: v.literal('call'),
      lines: v.pipe(v.array(IdSchema), v.minLength(least), v.maxLength(6)),
    }),
    v.object({ kind: v.literal('tellFamily'), message: text }),
    v.object({ kind: v.literal('guide'), guideId: link }),
  ]);
  const source = v.object({
    title: text,
    /** Under which terms it may be used, as it says itself. */
    terms: text,
    use: SourceUseSchema,
  });
  /** A card for a talk in class: what the teacher shows or asks, and how to go on. */
  const card = v.object({ title, text });
  const list = <Item extends v.GenericSchema>(item: Item, fewest: number, most: number) =>
    v.pipe(v.array(item), v.minLength(least * fewest), v.maxLength(most));
  return { text, title, block, question, nextStep, source, card, list };
}

function entriesOf(least: 0 | 1) {
  const { text, title, block, question, nextStep, source, card, list } = partsOf(least);
  return {
    audience: AudienceSchema,
    title,
    /** One sentence: what one can do afterwards. */
    purpose: text,
    blocks: list(block, 3, 5),
    question,
    nextSteps: list(nextStep, 1, 4),
    /** The same theme for the other part of the family: caregiver and parent hear two halves. */
    otherHalf: v.optional(IdSchema),
    cards: list(card, 0, 12),
    /** What people would type or say to find it: 不想上学, 肚子疼. */
    words: list(title, 1, 12),
    sources: list(source, 1, 12),
    licence: v.literal('CC BY 4.0'),
    crisisRelated: v.boolean(),
    reviewMonths: v.picklist([6, 12]),
    /** Each of these has to sign before it is published. */
    reviewers: list(ReviewerCodeSchema, 1, 6),
  };
}

const whole = partsOf(1);
export const BlockSchema = whole.block;
export const QuestionSchema = whole.question;
export const NextStepSchema = whole.nextStep;
export const SourceSchema = whole.source;
export const CardSchema = whole.card;

const numbered = {
  id: IdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
};

/** One guide as it is written, before anybody has signed it. */
export const GuideTextSchema = v.object({ ...numbered, ...entriesOf(1) });

/** What is written of one while it is not finished, without its id and version. */
export const DraftTextSchema = v.object(entriesOf(0));

/** A named person's signature under one version. */
export const ReviewSchema = v.object({
  code: ReviewerCodeSchema,
  name: nameOf(20),
  title: nameOf(20),
  organisation: nameOf(40),
  day: DaySchema,
  /** So many grandparents read it back; `name` is then who read it with them. */
  readers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  /** Signed by a made-up person, to show how it looks. */
  demonstration: v.boolean(),
});

const standing = {
  status: GuideStatusSchema,
  reviews: v.array(ReviewSchema),
  /** Last day on which the signatures count. */
  reviewDueDay: v.optional(DaySchema),
};

export const GuideSchema = v.object({ ...GuideTextSchema.entries, ...standing });

/** The same at the desk, where it may have gaps. */
export const DeskGuideSchema = v.object({ ...numbered, ...DraftTextSchema.entries, ...standing });

export type Audience = v.InferOutput<typeof AudienceSchema>;
export type BlockKind = v.InferOutput<typeof BlockKindSchema>;
export type Picture = v.InferOutput<typeof PictureSchema>;
export type NextStepKind = (typeof nextStepKinds)[number];
export type NextStep = v.InferOutput<typeof NextStepSchema>;
export type GuideStatus = v.InferOutput<typeof GuideStatusSchema>;
export type ReviewerCode = v.InferOutput<typeof ReviewerCodeSchema>;
export type SourceUse = v.InferOutput<typeof SourceUseSchema>;
export type Block = v.InferOutput<typeof BlockSchema>;
export type Question = v.InferOutput<typeof QuestionSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
export type Card = v.InferOutput<typeof CardSchema>;
export type GuideText = v.InferOutput<typeof GuideTextSchema>;
export type DraftText = v.InferOutput<typeof DraftTextSchema>;
export type Review = v.InferOutput<typeof ReviewSchema>;
export type Guide = v.InferOutput<typeof GuideSchema>;
