import * as v from 'valibot';
import { acknowledging, ChoiceNumberSchema, ReactionSchema } from './acknowledging';
import { contractOf } from './action';
import { AddresseeSchema, AnnouncementKindSchema, AnnouncementScopeSchema } from './enums';
import { limits } from './limits';
import { ClassChoiceSchema, ClassSchema } from './weekly';
import {
  CountyCodeSchema,
  IdSchema,
  MomentSchema,
  nameOf,
  PictureFileSchema,
  PictureSchema,
  TownshipCodeSchema,
} from './shapes';

const ClassNameSchema = nameOf(limits.classNameCharacters);

/** Where an announcement goes: every child that goes to school or lives there. */
export const TargetSchema = v.variant('scope', [
  v.strictObject({ scope: v.literal('class'), schoolId: IdSchema, className: ClassNameSchema }),
  v.strictObject({ scope: v.literal('school'), schoolId: IdSchema }),
  v.strictObject({ scope: v.literal('township'), township: TownshipCodeSchema }),
  v.strictObject({ scope: v.literal('county'), county: CountyCodeSchema }),
]);
export type Target = v.InferOutput<typeof TargetSchema>;

/** Several lines, whole characters, no markup. */
const TextSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => Array.from(text).length <= limits.announcementCharacters),
  v.regex(/^[^<>{}\\]+$/u),
);
const ChoiceSchema = nameOf(limits.choiceCharacters);

/** An announcement as its readers see it. Withdrawn: its text is gone, the trace is not. */
export const AnnouncementSchema = v.object({
  id: IdSchema,
  scope: AnnouncementScopeSchema,
  kind: AnnouncementKindSchema,
  whom: AddresseeSchema,
  at: MomentSchema,
  from: v.string(),
  className: v.optional(v.string()),
  text: v.optional(v.string()),
  choices: v.array(v.string()),
  guide: v.optional(v.object({ id: IdSchema, title: v.string() })),
  /** So many; each is opened by its number, from 0. */
  pictures: v.optional(v.number(), 0),
  withdrawn: v.boolean(),
});
export type Announcement = v.InferOutput<typeof AnnouncementSchema>;

export const FamilyAnnouncementSchema = v.object({
  ...AnnouncementSchema.entries,
  /** One for each of the caller's children it is for. */
  reactions: v.array(ReactionSchema),
});
export type FamilyAnnouncement = v.InferOutput<typeof FamilyAnnouncementSchema>;

/** What an author is shown: numbers, never names. */
export const SentAnnouncementSchema = v.object({
  ...AnnouncementSchema.entries,
  /** Families it was brought to so far, and whether that is finished. */
  told: v.number(),
  /** The caller wrote it. What is held has its words only for whoever did. */
  mine: v.boolean(),
  delivered: v.boolean(),
  /** WeChat's check holds it back. */
  held: v.boolean(),
  /** When those who had not reacted may be told again; absent when no more. */
  remindFrom: v.optional(MomentSchema),
});
export type SentAnnouncement = v.InferOutput<typeof SentAnnouncementSchema>;

export const FiguresSchema = v.object({
  children: v.number(),
  done: v.number(),
  /** Families without a telephone of their own: to be told in person. */
  inPerson: v.number(),
  /** So many families for each choice. */
  choices: v.array(v.number()),
});

/** Who may let through what WeChat's check holds: never whoever wrote it. */
const ReleaseSchema = v.picklist(['duty', 'admin', 'nobody']);
export type Release = v.InferOutput<typeof ReleaseSchema>;

const one = v.strictObject({ announcementId: IdSchema });
export const announcements = {
  'school.announce': contractOf({
    summary: 'Tells the families of a class, school, township or county something, now or later.',
    effect: 'write',
    input: v.pipe(
      v.strictObject({
        target: TargetSchema,
        kind: AnnouncementKindSchema,
        whom: AddresseeSchema,
        text: TextSchema,
        choices: v.pipe(v.array(ChoiceSchema), v.maxLength(limits.choicesPerAnnouncement)),
        guideId: v.optional(IdSchema),
        pictures: v.optional(
          v.pipe(v.array(PictureSchema), v.maxLength(limits.picturesPerAnnouncement)),
        ),
        /** When it is to appear; now without. */
        at: v.optional(MomentSchema),
      }),
      v.check(({ kind, choices }) =>
        kind === 'answer'
          ? choices.length >= 2 && new Set(choices).size === choices.length
          : choices.length === 0,
      ),
    ),
    output: SentAnnouncementSchema,
  }),
  'school.noteAnnouncementPicture': contractOf({
    summary: 'Notes a picture before it is sent with an announcement, so that it can be deleted.',
    effect: 'repeatable',
    input: v.strictObject({ file: PictureFileSchema }),
    output: v.object({ path: v.string() }),
  }),
  'school.openAnnouncementPicture': contractOf({
    summary: 'A short-lived link to a picture of an announcement.',
    effect: 'read',
    input: v.strictObject({
      announcementId: IdSchema,
      number: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(limits.picturesPerAnnouncement - 1),
      ),
    }),
    output: v.object({ url: v.string(), expiresAt: MomentSchema }),
  }),
  'school.listAnnouncements': contractOf({
    summary: 'What the caller’s children’s classes, schools, townships and county announced.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      announcements: v.array(FamilyAnnouncementSchema),
      next: v.optional(MomentSchema),
    }),
  }),
  'school.showAnnouncement': contractOf({
    summary: 'One announcement, and how the caller’s family has reacted.',
    effect: 'read',
    input: one,
    output: v.object({ now: MomentSchema, announcement: FamilyAnnouncementSchema }),
  }),
  ...acknowledging,
  'school.listSentAnnouncements': contractOf({
    summary: 'What was announced to whom the caller may announce to, the newest first.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      /** Where the caller may announce. */
      targets: v.array(TargetSchema),
      announcements: v.array(SentAnnouncementSchema),
      next: v.optional(MomentSchema),
    }),
  }),
  'school.showAnnouncementFigures': contractOf({
    summary: 'How many families have reacted; for the teacher of a class, who has not.',
    effect: 'read',
    input: v.strictObject({ announcementId: IdSchema, class: v.optional(ClassSchema) }),
    output: v.object({
      now: MomentSchema,
      announcement: SentAnnouncementSchema,
      figures: FiguresSchema,
      /** For its author, while it is held. */
      release: v.optional(ReleaseSchema),
      /** For a teacher, of the own classes; absent for everybody else. */
      missing: v.optional(
        v.array(v.object({ childId: IdSchema, nickname: v.string(), inPerson: v.boolean() })),
      ),
      /** Whose figures these are, and the teacher's other classes. */
      class: v.optional(ClassChoiceSchema),
      classes: v.array(ClassChoiceSchema),
    }),
  }),
  'school.remindAnnouncement': contractOf({
    summary: 'Tells those again, and only those, who have not reacted.',
    effect: 'write',
    input: one,
    output: SentAnnouncementSchema,
  }),
  'school.withdrawAnnouncement': contractOf({
    summary: 'Takes an announcement back; that there was one stays.',
    effect: 'write',
    input: one,
    output: SentAnnouncementSchema,
  }),
  'school.tellInPerson': contractOf({
    summary: 'A teacher has told a family without a telephone, and notes its answer.',
    effect: 'repeatable',
    input: v.strictObject({
      announcementId: IdSchema,
      childId: IdSchema,
      choice: v.optional(ChoiceNumberSchema),
    }),
    output: v.object({ childId: IdSchema, done: v.boolean() }),
  }),
};
