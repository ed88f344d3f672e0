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
 * telephone buttons.
 */
export const guideStatuses = [
  'draft',
  'inReview',
  'needsChange',
  'published',
  'expired',
  'withdrawn',
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

const TextSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400));
const TitleSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(24));

export const BlockSchema = v.object({
  kind: BlockKindSchema,
  title: TitleSchema,
  picture: PictureSchema,
  /** What is read aloud: a few short sentences. */
  text: TextSchema,
});

export const QuestionSchema = v.object({
  ask: TextSchema,
  answers: v.pipe(
    v.array(v.object({ text: TextSchema, right: v.boolean(), explanation: TextSchema })),
    v.minLength(2),
    v.maxLength(3),
    v.check((answers) => answers.filter(({ right }) => right).length === 1, 'one answer is right'),
  ),
});

/** `call` names lines of the directory by id: a number is never typed into a guide. */
export const NextStepSchema = v.variant('kind', [
  v.object({ kind: v.literal('book') }),
  /** The message is prepared; the person reads and sends it, or not. */
  v.object({ kind: v.literal('askSchool'), message: TextSchema }),
  v.object({ kind: v.literal('call'), lines: v.pipe(v.array(IdSchema), v.minLength(1)) }),
  v.object({ kind: v.literal('tellFamily'), message: TextSchema }),
  v.object({ kind: v.literal('guide'), guideId: IdSchema }),
]);

export const SourceSchema = v.object({
  title: TextSchema,
  /** Under which terms it may be used, as it says itself. */
  terms: TextSchema,
  use: SourceUseSchema,
});

/** A card for a talk in class: what the teacher shows or asks, and how to go on. */
export const CardSchema = v.object({ title: TitleSchema, text: TextSchema });

/** One guide as it is written, before anybody has signed it. */
export const GuideTextSchema = v.object({
  id: IdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  audience: AudienceSchema,
  title: TitleSchema,
  /** One sentence: what one can do afterwards. */
  purpose: TextSchema,
  blocks: v.pipe(v.array(BlockSchema), v.minLength(3), v.maxLength(5)),
  question: QuestionSchema,
  nextSteps: v.pipe(v.array(NextStepSchema), v.minLength(1), v.maxLength(4)),
  /** The same theme for the other part of the family: caregiver and parent hear two halves. */
  otherHalf: v.optional(IdSchema),
  cards: v.array(CardSchema),
  /** What people would type or say to find it: 不想上学, 肚子疼. */
  words: v.pipe(v.array(TitleSchema), v.minLength(1), v.maxLength(12)),
  sources: v.pipe(v.array(SourceSchema), v.minLength(1)),
  licence: v.literal('CC BY 4.0'),
  crisisRelated: v.boolean(),
  reviewMonths: v.picklist([6, 12]),
  /** Each of these has to sign before it is published. */
  reviewers: v.pipe(v.array(ReviewerCodeSchema), v.minLength(1)),
});

/** A named person's signature under one version. */
export const ReviewSchema = v.object({
  code: ReviewerCodeSchema,
  name: nameOf(20),
  title: nameOf(20),
  organisation: nameOf(40),
  day: DaySchema,
  /** Signed by a made-up person, to show how it looks. */
  demonstration: v.boolean(),
});

export const GuideSchema = v.object({
  ...GuideTextSchema.entries,
  status: GuideStatusSchema,
  reviews: v.array(ReviewSchema),
  /** Last day on which the signatures count. */
  reviewDueDay: v.optional(DaySchema),
});

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
export type Review = v.InferOutput<typeof ReviewSchema>;
export type Guide = v.InferOutput<typeof GuideSchema>;
