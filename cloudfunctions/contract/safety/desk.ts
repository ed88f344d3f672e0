import * as v from 'valibot';
import { contractOf } from '../action';
import { IdSchema, MomentSchema } from '../shapes';
import { AlertRowSchema, AlertSchema, rowOutput } from './alert';
import { before, ofAlert, written } from './parts';
import {
  alertDeeds,
  AlertOutcomeSchema,
  AuthoritySchema,
  JudgedLevelSchema,
  JudgementSchema,
} from './words';

const CountsSchema = v.object({
  /** Waiting for somebody, by level. */
  S1: v.number(),
  S2: v.number(),
  S3: v.number(),
  /** Finished by one person, for another to confirm. */
  secondLook: v.number(),
  overdue: v.number(),
  /** Recordings that nobody has listened to. */
  unheard: v.number(),
});

/** The desk: what waits, what was said, what is done about it until it is finished. */
export const alertDesk = {
  'safety.listAlerts': contractOf({
    summary: 'Alerts of the county: open ones by urgency, one’s own, or finished ones.',
    effect: 'read',
    input: v.strictObject({
      show: v.picklist(['open', 'mine', 'closed']),
      /** `next` of the page before. */
      before,
    }),
    output: v.object({
      now: MomentSchema,
      rows: v.array(AlertRowSchema),
      counts: CountsSchema,
      /** Until when the caller is on duty, if they are. */
      onDutyUntil: v.optional(MomentSchema),
      next: v.optional(v.string()),
    }),
  }),
  'safety.showAlert': contractOf({
    summary: 'What was said, by whom, whom to call, and what was done so far.',
    effect: 'read',
    input: v.strictObject(ofAlert),
    output: v.object({ now: MomentSchema, alert: AlertSchema }),
  }),
  'safety.acceptAlert': contractOf({
    summary: 'Takes an alert on: one person has it, everybody else hears who.',
    effect: 'write',
    input: v.strictObject(ofAlert),
    /** `mine` of `alert.acceptedBy` says whether it is the caller who has it. */
    output: v.object({ now: MomentSchema, won: v.boolean(), alert: AlertRowSchema }),
  }),
  'safety.addAlertStep': contractOf({
    summary: 'Writes down what was done.',
    effect: 'write',
    input: v.strictObject({
      ...ofAlert,
      step: v.picklist(alertDeeds),
      text: v.optional(written),
    }),
    output: rowOutput,
  }),
  'safety.recordReport': contractOf({
    summary: 'Which authority was told and when, or why none.',
    effect: 'write',
    input: v.strictObject({
      ...ofAlert,
      report: v.variant('made', [
        v.strictObject({
          made: v.literal(true),
          to: AuthoritySchema,
          at: MomentSchema,
          receipt: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))),
        }),
        v.strictObject({ made: v.literal(false), reason: written }),
      ]),
    }),
    output: rowOutput,
  }),
  'safety.handOverAlert': contractOf({
    summary: 'Hands an alert over to a colleague.',
    effect: 'write',
    input: v.strictObject({ ...ofAlert, toPostId: IdSchema }),
    output: rowOutput,
  }),
  'safety.setFollowUp': contractOf({
    summary: 'When to look at it again.',
    effect: 'write',
    input: v.strictObject({ ...ofAlert, at: MomentSchema }),
    output: rowOutput,
  }),
  'safety.resolveAlert': contractOf({
    summary: 'Finishes an alert with its outcome; S3 waits for a second person.',
    effect: 'write',
    input: v.strictObject({
      ...ofAlert,
      outcome: AlertOutcomeSchema,
      text: written,
      judgement: JudgementSchema,
      levelShouldBe: v.optional(JudgedLevelSchema),
      /** What was held wrongly goes to those it was for. */
      release: v.optional(v.boolean()),
    }),
    output: rowOutput,
  }),
  'safety.confirmResolution': contractOf({
    summary: 'A second person agrees that an S3 is finished, or gives it back.',
    effect: 'write',
    input: v.strictObject({ ...ofAlert, agree: v.boolean(), text: v.optional(written) }),
    output: rowOutput,
  }),
};
