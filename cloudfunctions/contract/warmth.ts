import * as v from 'valibot';
import { contractOf } from './action';
import {
  CallSideSchema,
  CallStateSchema,
  HowWellSchema,
  MoodSchema,
  NotePictureSchema,
  RelationSchema,
} from './enums';
import { HelpSchema } from './help';
import { limits } from './limits';
import { DaySchema, IdSchema, MomentSchema, VoiceSchema } from './shapes';
import { ChildWeekSchema } from './weeks';

/** A recording of a note, an answer or a mood: at most half a minute. */
const ShortVoiceSchema = v.pipe(
  VoiceSchema,
  v.check(({ seconds }) => seconds <= limits.noteSeconds),
);

/** A few words; counted in whole characters. */
const wordsOf = (characters: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.check((text) => Array.from(text).length <= characters),
  );

const childOnly = v.strictObject({ childId: IdSchema });
const Seconds = v.object({ seconds: v.number() });

export const DayMoodSchema = v.object({ day: DaySchema, face: MoodSchema });
export type DayMood = v.InferOutput<typeof DayMoodSchema>;

/** How the child was on a day, as an adult at home said it. */
export const MoodEntrySchema = v.object({
  kind: v.literal('mood'),
  id: IdSchema,
  at: MomentSchema,
  by: RelationSchema,
  day: DaySchema,
  face: MoodSchema,
  sleep: v.optional(HowWellSchema),
  appetite: v.optional(HowWellSchema),
  words: v.optional(v.string()),
  voice: v.optional(Seconds),
  held: v.optional(v.boolean()),
});

/** A note to the child, whether it was heard, and what the child answered. */
export const NoteEntrySchema = v.object({
  kind: v.literal('note'),
  id: IdSchema,
  at: MomentSchema,
  by: RelationSchema,
  /** The caller sent it. */
  mine: v.boolean(),
  words: v.optional(v.string()),
  picture: v.optional(NotePictureSchema),
  voice: v.optional(Seconds),
  heardAt: v.optional(MomentSchema),
  answer: v.optional(
    v.object({ at: MomentSchema, face: v.optional(MoodSchema), voice: v.optional(Seconds) }),
  ),
  /** When whoever sent the note took in the answer. */
  answerHeardAt: v.optional(MomentSchema),
  /** Somebody looks at it before it goes on: shown to its sender alone. */
  held: v.optional(v.boolean()),
});
export type NoteEntry = v.InferOutput<typeof NoteEntrySchema>;

/** A call that was planned, and whether it took place. */
export const CallEntrySchema = v.object({
  kind: v.literal('call'),
  id: IdSchema,
  at: MomentSchema,
  by: RelationSchema,
  happened: v.boolean(),
});

export const TimelineEntrySchema = v.variant('kind', [
  MoodEntrySchema,
  NoteEntrySchema,
  CallEntrySchema,
]);
export type TimelineEntry = v.InferOutput<typeof TimelineEntrySchema>;

/** A time of the week: 1 Monday … 7 Sunday, minutes since midnight in Beijing. */
const weekTime = {
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1)),
};
export const WeekTimeSchema = v.object(weekTime);
export type WeekTime = v.InferOutput<typeof WeekTimeSchema>;

/**
 * When somebody cannot talk: a shift, sleep, school, homework. `to` at or before `from` ends on the
 * next day.
 */
export const BusySpanSchema = v.strictObject({
  weekdays: v.pipe(
    v.array(weekTime.weekday),
    v.minLength(1),
    v.maxLength(7),
    v.check((days) => new Set(days).size === days.length),
  ),
  from: weekTime.minute,
  to: weekTime.minute,
});
export type BusySpan = v.InferOutput<typeof BusySpanSchema>;

/** A call as the two sides have it. */
export const CallPlanSchema = v.object({
  id: IdSchema,
  ...weekTime,
  weekly: v.boolean(),
  state: CallStateSchema,
  /** Who proposed it, and whether the caller may say yes. */
  by: RelationSchema,
  mine: v.boolean(),
  /** When it is next, ms. */
  next: MomentSchema,
  /** A time that has passed and of which nobody has said whether it took place. */
  ask: v.optional(MomentSchema),
});
export type CallPlan = v.InferOutput<typeof CallPlanSchema>;

/** What the first screen shows of one child. */
export const HomeWarmthSchema = v.object({
  childId: IdSchema,
  /** The last seven days that have a face. */
  days: v.array(DayMoodSchema),
  /** The latest word on how the child is, and who said it. */
  said: v.optional(v.object({ by: RelationSchema, day: DaySchema, words: v.string() })),
  /** Notes that the child has not heard yet: from whom. */
  waiting: v.array(RelationSchema),
  /** The child's latest answer to the caller's note that the caller has not taken in. */
  answer: v.optional(
    v.object({
      noteId: IdSchema,
      at: MomentSchema,
      face: v.optional(MoodSchema),
      seconds: v.optional(v.number()),
    }),
  ),
  /** The next call, or one that is proposed. */
  call: v.optional(CallPlanSchema),
  /** Long since anybody away and the child were in touch here (rules/warmth). */
  quiet: v.boolean(),
});
export type HomeWarmth = v.InferOutput<typeof HomeWarmthSchema>;

const callsOutput = v.object({
  now: MomentSchema,
  nickname: v.string(),
  /** Whole years: the starters differ by it. */
  age: v.number(),
  side: CallSideSchema,
  plans: v.array(CallPlanSchema),
  /** What the caller has said of their own week, or of the child's when at home. */
  busy: v.array(BusySpanSchema),
  /** Nobody of that side has said anything yet: usual hours are assumed. */
  assumed: v.object({ away: v.boolean(), home: v.boolean() }),
  /** Times that suit both, the best first (rules/call-times). */
  times: v.array(WeekTimeSchema),
});

export const warmth = {
  'family.recordMood': contractOf({
    summary: 'How the child is on a day, in one face; the same day again corrects it.',
    effect: 'write',
    input: v.strictObject({
      childId: IdSchema,
      /** The day it is about; it may have waited for network. */
      day: DaySchema,
      face: MoodSchema,
      sleep: v.optional(HowWellSchema),
      appetite: v.optional(HowWellSchema),
      words: v.optional(wordsOf(limits.moodTextCharacters)),
      voice: v.optional(ShortVoiceSchema),
    }),
    output: v.object({ ...MoodEntrySchema.entries, help: v.optional(HelpSchema) }),
  }),
  'family.sendNote': contractOf({
    summary: 'A note for the child: a voice, a drawn picture, a few words.',
    effect: 'write',
    input: v.pipe(
      v.strictObject({
        childId: IdSchema,
        words: v.optional(wordsOf(limits.noteTextCharacters)),
        picture: v.optional(NotePictureSchema),
        voice: v.optional(ShortVoiceSchema),
      }),
      v.check(({ words, picture, voice }) => Boolean(words ?? picture ?? voice)),
    ),
    output: v.object({ ...NoteEntrySchema.entries, help: v.optional(HelpSchema) }),
  }),
  'family.markNoteHeard': contractOf({
    summary: 'The child has heard a note; or whoever sent it has taken in the answer.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, noteId: IdSchema }),
    output: NoteEntrySchema,
  }),
  'family.answerNote': contractOf({
    summary: 'The child answers a note by a face or by voice.',
    effect: 'write',
    input: v.pipe(
      v.strictObject({
        childId: IdSchema,
        noteId: IdSchema,
        face: v.optional(MoodSchema),
        voice: v.optional(ShortVoiceSchema),
      }),
      v.check(({ face, voice }) => Boolean(face ?? voice)),
    ),
    output: NoteEntrySchema,
  }),
  'family.listNotes': contractOf({
    summary: 'The notes of the child’s corner, the newest first.',
    effect: 'read',
    input: childOnly,
    output: v.object({ now: MomentSchema, nickname: v.string(), notes: v.array(NoteEntrySchema) }),
  }),
  'family.hearVoice': contractOf({
    summary: 'A short-lived link to a recording of the timeline.',
    effect: 'read',
    input: v.strictObject({
      childId: IdSchema,
      entryId: IdSchema,
      part: v.picklist(['own', 'answer']),
    }),
    output: v.object({ url: v.string(), seconds: v.number(), expiresAt: MomentSchema }),
  }),
  'family.listTimeline': contractOf({
    summary: 'Moods, notes and calls of a child, the newest first.',
    effect: 'read',
    input: v.strictObject({ childId: IdSchema, before: v.optional(MomentSchema) }),
    output: v.object({
      now: MomentSchema,
      nickname: v.string(),
      /** The last four weeks in faces. */
      days: v.array(DayMoodSchema),
      /** Some days in a row were harder (rules/warmth): a guide and a talk are offered, quietly. */
      harder: v.boolean(),
      entries: v.array(TimelineEntrySchema),
      next: v.optional(MomentSchema),
      /** On the first page: what school and home said of the last weeks, the newest first. */
      weeks: v.optional(v.array(ChildWeekSchema), []),
    }),
  }),
  'family.showCallPlan': contractOf({
    summary: 'Planned calls, the times that suit both, and what was said of one’s week.',
    effect: 'read',
    input: childOnly,
    output: callsOutput,
  }),
  'family.setFreeTimes': contractOf({
    summary: 'When the caller, or the child at home, cannot talk.',
    effect: 'write',
    input: v.strictObject({
      childId: IdSchema,
      busy: v.pipe(v.array(BusySpanSchema), v.maxLength(limits.busySpansPerPerson)),
    }),
    output: callsOutput,
  }),
  'family.planCall': contractOf({
    summary: 'Proposes a time for a call, agrees to one, or gives one up.',
    effect: 'write',
    input: v.variant('step', [
      v.strictObject({
        step: v.literal('propose'),
        childId: IdSchema,
        ...weekTime,
        weekly: v.boolean(),
      }),
      v.strictObject({ step: v.literal('agree'), childId: IdSchema, planId: IdSchema }),
      v.strictObject({ step: v.literal('drop'), childId: IdSchema, planId: IdSchema }),
    ]),
    output: callsOutput,
  }),
  'family.noteCall': contractOf({
    summary: 'Whether a planned call took place. Nothing is counted.',
    effect: 'write',
    input: v.strictObject({
      childId: IdSchema,
      planId: IdSchema,
      start: MomentSchema,
      happened: v.boolean(),
    }),
    output: callsOutput,
  }),
};
