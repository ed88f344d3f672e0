import * as v from 'valibot';
import { contractOf } from './action';
import {
  AudienceSchema,
  DraftTextSchema,
  GuideStatusSchema,
  PictureSchema,
  ReviewerCodeSchema,
  ReviewSchema,
} from './guides';
import { SignsSchema } from './person';
import { DaySchema, EmptySchema, IdSchema, MomentSchema } from './shapes';
import { TensSchema } from './tens';

/** How far ahead a guide may be set to be published by itself, days. */
export const publishAheadDays = 180;
/** So many days before signatures run out their end is told, and shown as near. */
export const dueSoonDays = 30;

/** The lists of the desk. `mine`: what waits for the caller; `due`: signatures that run out soon. */
export const deskLists = [
  'mine',
  'draft',
  'inReview',
  'needsChange',
  'published',
  'due',
  'withdrawn',
] as const;
export type DeskList = (typeof deskLists)[number];

export const WaitingSchema = v.union([ReviewerCodeSchema, v.literal('publisher')]);
/** The whole country, a county or townships (rules/guide-regions). */
const RegionsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^(\d{6}|\d{9})$/))),
  v.minLength(1),
  v.maxLength(60),
);
const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const RevSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const ReasonsSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(400));
const version = { guideId: IdSchema, version: VersionSchema };
const CursorSchema = v.pipe(v.string(), v.regex(/^[\d-]{1,16}:[\w-]{1,90}$/));

/** One version of a guide in a list of the desk. */
export const DeskRowSchema = v.object({
  ...version,
  audience: AudienceSchema,
  title: v.string(),
  picture: PictureSchema,
  status: GuideStatusSchema,
  crisisRelated: v.boolean(),
  /** Whose signature it waits for. */
  waitsFor: v.array(WaitingSchema),
  /** The caller can sign, publish or change it now. */
  forMe: v.boolean(),
  editedAt: MomentSchema,
  publishAt: v.optional(MomentSchema),
  reviewDueDay: v.optional(DaySchema),
});
export type DeskRow = v.InferOutput<typeof DeskRowSchema>;

/** One version of a guide in full, and what the caller may do with it. */
export const DeskGuideViewSchema = v.object({
  ...version,
  text: DraftTextSchema,
  status: GuideStatusSchema,
  rev: RevSchema,
  editedAt: MomentSchema,
  reviews: v.array(ReviewSchema),
  waitsFor: v.array(WaitingSchema),
  regions: v.array(v.string()),
  back: v.optional(v.object({ reasons: v.string(), name: v.string(), at: MomentSchema })),
  publishAt: v.optional(MomentSchema),
  reviewDueDay: v.optional(DaySchema),
  withdrawnFor: v.optional(v.string()),
  /** The caller wrote it, or a part of it. */
  mine: v.boolean(),
  may: v.object({
    write: v.boolean(),
    sign: v.array(ReviewerCodeSchema),
    sendBack: v.boolean(),
    publish: v.boolean(),
    withdraw: v.boolean(),
  }),
});
export type DeskGuideView = v.InferOutput<typeof DeskGuideViewSchema>;

const FiguresSchema = v.object({
  heard: TensSchema,
  answered: TensSchema,
  right: TensSchema,
  contacts: TensSchema,
});
export type Figures = v.InferOutput<typeof FiguresSchema>;

export const publishing = {
  'guides.listDrafts': contractOf({
    summary: 'The desk of guides, list by list: what waits for the caller, and what lies where.',
    effect: 'read',
    input: v.strictObject({ list: v.picklist(deskLists), cursor: v.optional(CursorSchema) }),
    output: v.object({
      now: MomentSchema,
      rows: v.array(DeskRowSchema),
      next: v.optional(v.string()),
    }),
  }),
  'guides.showDraft': contractOf({
    summary: 'One version of a guide at the desk, with its signatures and what may be done.',
    effect: 'read',
    input: v.strictObject(version),
    output: v.object({ now: MomentSchema, guide: DeskGuideViewSchema }),
  }),
  'guides.saveDraft': contractOf({
    summary:
      'Writes a draft, also as the next version of what was submitted, and submits it if asked to.',
    effect: 'write',
    input: v.strictObject({
      /** Absent: a new guide. `rev`: of the text that was changed. */
      base: v.optional(v.strictObject({ ...version, rev: RevSchema })),
      text: DraftTextSchema,
      submit: v.boolean(),
    }),
    output: v.variant('state', [
      v.object({ state: v.literal('saved'), ...version, rev: RevSchema }),
      v.object({ state: v.literal('submitted'), ...version }),
      /** Somebody wrote meanwhile: their text, to choose from. Nothing was saved. */
      v.object({
        state: v.literal('changed'),
        ...version,
        rev: RevSchema,
        text: DraftTextSchema,
      }),
    ]),
  }),
  'guides.review': contractOf({
    summary: 'A reviewer signs a version, or sends it back with reasons.',
    effect: 'write',
    input: v.strictObject({
      ...version,
      decision: v.variant('kind', [
        v.strictObject({
          kind: v.literal('sign'),
          code: ReviewerCodeSchema,
          /** For `G`: with how many grandparents it was read. */
          readers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(9))),
        }),
        v.strictObject({ kind: v.literal('sendBack'), reasons: ReasonsSchema }),
      ]),
    }),
    output: v.object({ status: GuideStatusSchema, waitsFor: v.array(WaitingSchema) }),
  }),
  'guides.publish': contractOf({
    summary:
      'Publishes a version that everybody has signed, at once or at a time, to some regions.',
    effect: 'write',
    input: v.strictObject({ ...version, regions: RegionsSchema, at: v.optional(MomentSchema) }),
    output: v.object({ status: GuideStatusSchema, publishAt: v.optional(MomentSchema) }),
  }),
  'guides.withdraw': contractOf({
    summary: 'Takes a version away from everybody at once, with the reason.',
    effect: 'write',
    input: v.strictObject({ ...version, reason: ReasonsSchema }),
    output: v.object({ status: GuideStatusSchema }),
  }),
  'guides.setReviewer': contractOf({
    summary: 'An administrator says which signatures a post is trusted with; none takes them away.',
    effect: 'write',
    input: v.strictObject({
      postId: IdSchema,
      signs: v.nullable(v.strictObject(SignsSchema.entries)),
    }),
    output: EmptySchema,
  }),
  'guides.showFigures': contractOf({
    summary:
      'How often a guide was heard, answered and followed by a contact until the last month was over, by township, in whole tens.',
    effect: 'read',
    input: v.strictObject({ guideId: IdSchema }),
    output: v.object({
      /** The last month that is counted in; absent while none is over. */
      through: v.optional(v.string()),
      total: FiguresSchema,
      /** Those with ten or more of something, without the county's first (rules/small-numbers). */
      townships: v.array(v.object({ township: v.string(), ...FiguresSchema.entries })),
    }),
  }),
};
