import * as v from 'valibot';
import {
  AppointmentStateSchema,
  ChangeReasonSchema,
  PlaceKindSchema,
  ReferralStateSchema,
  RelationSchema,
  WorrySchema,
} from './enums';
import { IdSchema, MomentSchema } from './shapes';

/** What the counsellor suggested after a visit. */
export const NextStepSchema = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('followUp'), inWeeks: v.pipe(v.number(), v.integer()) }),
  v.object({ kind: v.literal('guide'), guideId: IdSchema }),
  v.object({
    kind: v.literal('referral'),
    serviceId: IdSchema,
    serviceName: v.string(),
    state: ReferralStateSchema,
  }),
]);
export type NextStep = v.InferOutput<typeof NextStepSchema>;

/** An adult of the family who takes part from afar. */
export const JoinerSchema = v.object({ relation: RelationSchema, me: v.boolean() });

/** An appointment as the family sees it. */
export const AppointmentSchema = v.object({
  id: IdSchema,
  childId: IdSchema,
  nickname: v.string(),
  /** A second child of the family in the same visit. */
  sibling: v.optional(v.object({ childId: IdSchema, nickname: v.string() })),
  start: MomentSchema,
  end: MomentSchema,
  kind: PlaceKindSchema,
  placeName: v.string(),
  serviceId: IdSchema,
  counsellorId: IdSchema,
  counsellorName: v.string(),
  languages: v.array(v.string()),
  cost: v.string(),
  bring: v.string(),
  state: AppointmentStateSchema,
  /** Until when a parent has to agree, while it is awaited. */
  consentUntil: v.optional(MomentSchema),
  worries: v.array(WorrySchema),
  voiceSeconds: v.optional(v.number()),
  joiners: v.array(JoinerSchema),
  /** A group session, with other children. */
  group: v.boolean(),
  reason: v.optional(ChangeReasonSchema),
  /** Who gave it up or moved it last. */
  changedBy: v.optional(v.picklist(['family', 'staff'])),
  next: v.optional(NextStepSchema),
  /** The family has said that it comes; it is asked when it has been reminded. */
  confirmed: v.boolean(),
  canConfirm: v.boolean(),
  canCancel: v.boolean(),
  canMove: v.boolean(),
});
export type Appointment = v.InferOutput<typeof AppointmentSchema>;
