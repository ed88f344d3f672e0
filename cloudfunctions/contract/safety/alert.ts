import * as v from 'valibot';
import { RelationSchema, RoleSchema, SituationSchema } from '../enums';
import { AlertLevelSchema } from '../help';
import { SafetyAnswerSchema } from '../screening';
import { IdSchema, MomentSchema } from '../shapes';
import { AlertIdSchema, WorkerSchema } from './parts';
import {
  AlertOutcomeSchema,
  AlertReasonSchema,
  AlertSourceSchema,
  AlertStateSchema,
  AlertStepSchema,
  AuthoritySchema,
  JudgedLevelSchema,
  JudgementSchema,
  raisedSteps,
} from './words';

const rowFields = {
  id: AlertIdSchema,
  level: AlertLevelSchema,
  source: AlertSourceSchema,
  reason: AlertReasonSchema,
  state: AlertStateSchema,
  /** When it was raised. */
  at: MomentSchema,
  /** By when somebody should have taken it. */
  acceptBy: MomentSchema,
  /** By when a second person should have confirmed it; while it waits for one. */
  confirmBy: v.optional(MomentSchema),
  /** Nobody has, or a follow-up day has passed. */
  overdue: v.boolean(),
  raisedTo: v.picklist(raisedSteps),
  acceptedBy: v.optional(v.object({ ...WorkerSchema.entries, mine: v.boolean() })),
  /** Empty when the child’s record is gone. */
  nickname: v.string(),
  /** School, else township. */
  placeName: v.string(),
  followUpAt: v.optional(MomentSchema),
};

export const AlertRowSchema = v.object(rowFields);
export type AlertRow = v.InferOutput<typeof AlertRowSchema>;

/** Something that was said, as safeguarding may read or hear it. */
const said = {
  kind: v.picklist(['text', 'voice', 'picture', 'prepared', 'face', 'answer', 'gone']),
  text: v.optional(v.string()),
  situation: v.optional(SituationSchema),
  face: v.optional(v.number()),
  /** The answer to the separate question of a screening. */
  safety: v.optional(SafetyAnswerSchema),
  seconds: v.optional(v.number()),
};
/** Who said it: one of the family by relation, staff by role and name. */
const by = v.object({
  relation: v.optional(RelationSchema),
  role: v.optional(RoleSchema),
  name: v.optional(v.string()),
});

export const AlertStepViewSchema = v.object({
  n: v.number(),
  at: MomentSchema,
  step: AlertStepSchema,
  /** Absent: the timer, or the system when it was raised. */
  by: v.optional(WorkerSchema),
  text: v.optional(v.string()),
  to: v.optional(WorkerSchema),
  raisedTo: v.optional(v.picklist(raisedSteps)),
  followUpAt: v.optional(MomentSchema),
  outcome: v.optional(AlertOutcomeSchema),
  judgement: v.optional(JudgementSchema),
  levelShouldBe: v.optional(JudgedLevelSchema),
  /** What was held may go to those it was for. Where a second person looks, it goes when they agree. */
  release: v.optional(v.literal(true)),
  authority: v.optional(AuthoritySchema),
  /** When the authority was told, as the person says. */
  toldAt: v.optional(MomentSchema),
  receipt: v.optional(v.string()),
});
export type AlertStepView = v.InferOutput<typeof AlertStepViewSchema>;

/** Whom and when, with the receipt number; or judged not, because… Both may be: the last one counts. */
const ReportingSchema = v.object({
  /** Nothing has been written down yet: an S2 or S3 is not closed before. */
  open: v.boolean(),
  reported: v.array(
    v.object({
      to: AuthoritySchema,
      at: MomentSchema,
      receipt: v.optional(v.string()),
      by: v.optional(WorkerSchema),
    }),
  ),
  notReported: v.optional(v.object({ reason: v.string(), at: MomentSchema })),
});

export const AlertSchema = v.object({
  ...rowFields,
  said: v.object({
    ...said,
    /** Voice and picture: a link that works for some minutes. */
    url: v.optional(v.string()),
    expiresAt: v.optional(MomentSchema),
    at: MomentSchema,
    by,
  }),
  /** The three messages before and after it in the same line, oldest first; without it. */
  around: v.array(v.object({ ...said, at: MomentSchema, before: v.boolean(), by })),
  /** It is kept from the family until somebody hands it on (`resolveAlert`, `release`). */
  held: v.boolean(),
  /** Which rules spoke, for whoever judges the notice. */
  rules: v.array(v.string()),
  phones: v.object({
    /** Of the child’s home. */
    home: v.optional(v.string()),
    adults: v.array(
      v.object({
        relation: RelationSchema,
        guardian: v.boolean(),
        phone: v.optional(v.string()),
      }),
    ),
  }),
  /** The one that was finished before the same thing came up again. */
  follows: v.optional(AlertIdSchema),
  /** Where it goes on, when it came up again after it was finished. */
  next: v.optional(AlertIdSchema),
  /** Oldest first. */
  history: v.array(AlertStepViewSchema),
  reporting: ReportingSchema,
  /** An authority wants it kept: it is not deleted when its time is over. */
  kept: v.boolean(),
  /** False: somebody has changed the history from outside; the operator must look. */
  chainOk: v.boolean(),
  /** To whom it may be handed over. */
  colleagues: v.array(v.object({ postId: IdSchema, ...WorkerSchema.entries })),
  may: v.object({
    accept: v.boolean(),
    /** Add, report, hand over, follow up, finish. */
    work: v.boolean(),
    confirm: v.boolean(),
    /** Say that it need not be kept any more. */
    lift: v.boolean(),
    export: v.boolean(),
  }),
});
export type Alert = v.InferOutput<typeof AlertSchema>;

/** After each step: the row as it is now; the page opens the alert anew when it wants more. */
export const rowOutput = v.object({
  now: MomentSchema,
  alert: AlertRowSchema,
  /** It waits for a second person, and there is nobody else in the county who may confirm it. */
  alone: v.optional(v.boolean()),
});
