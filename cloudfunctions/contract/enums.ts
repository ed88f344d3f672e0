import * as v from 'valibot';

/** What a person does here. One person may hold several roles and uses one at a time. */
export const roles = ['caregiver', 'parent', 'teacher', 'counsellor', 'director', 'admin'] as const;
/** The roles a person may take without an invitation. */
export const familyRoles = ['caregiver', 'parent'] as const;
export const sizes = ['standard', 'large'] as const;
/** Who an adult of the family is to the child. */
export const relations = [
  'paternalGrandmother',
  'paternalGrandfather',
  'maternalGrandmother',
  'maternalGrandfather',
  'mother',
  'father',
  'relative',
  'other',
] as const;
export const serviceKinds = ['screening', 'counselling', 'treatment', 'outreach'] as const;
/** How one gets help at a service. */
export const accessWays = ['book', 'walkIn', 'call', 'referral'] as const;
/** Where and how a session takes place. */
export const placeKinds = ['school', 'clinic', 'phone', 'wechat', 'home'] as const;
export const worries = [
  'unhappy',
  'sleep',
  'eating',
  'school',
  'anger',
  'bullied',
  'silent',
  'unsure',
] as const;
/**
 * `awaitingConsent`: the place is kept until a parent has agreed. `lapsed`: no parent did in time.
 * What may follow what is in rules/appointment-states.
 */
export const appointmentStates = [
  'awaitingConsent',
  'booked',
  'arrived',
  'done',
  'missed',
  'cancelled',
  'lapsed',
] as const;
/** How soon somebody should be seen. Set by a person, never by a score (rules.md, "Fair priority"). */
export const urgencies = ['routine', 'soon', 'urgent'] as const;
export const waitlistStates = ['waiting', 'offered', 'booked', 'left', 'lapsed'] as const;
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
/** Why a visit is moved or given up: asked kindly, never required. */
export const changeReasons = ['unwell', 'farAway', 'busy', 'unwilling', 'better', 'other'] as const;
/** Why staff look at a child's data. */
export const lookPurposes = ['day', 'roster', 'voice', 'requests', 'phoneIn'] as const;
/** What follows a visit. */
export const nextSteps = ['none', 'followUp', 'guide', 'referral'] as const;
export const referralStates = [
  'suggested',
  'agreed',
  'declined',
  'attended',
  'notAttended',
] as const;
/** What the in-app inbox tells of. */
export const noticeKinds = [
  'consentWanted',
  'consentLapsed',
  'visitBooked',
  'visitMoved',
  'visitCancelled',
  'visitMissed',
  'nextStep',
  'placeOffered',
  'offerLapsed',
] as const;
export const slotStates = ['free', 'held', 'booked'] as const;
export const travelWays = ['walk', 'bus', 'none'] as const;
export const genders = ['woman', 'man'] as const;
/** Roles that are given by invitation. */
export const staffRoles = ['teacher', 'counsellor', 'director', 'admin'] as const;
/** What a guardian agrees to, each for itself (PIPL 29, 31). */
export const purposes = ['booking', 'messages', 'recordings', 'screening'] as const;
/**
 * `pending`: a caregiver has begun, a parent is still to agree. `outdated`: agreed to an older text.
 */
export const consentStates = [
  'none',
  'pending',
  'given',
  'refused',
  'withdrawn',
  'outdated',
] as const;
/** Guardians decide; caregivers begin; a proxy acts for a family without a telephone. */
export const standings = ['guardian', 'caregiver', 'proxy'] as const;
/** Who of the parents works away, and for how long already. */
export const awayWho = ['both', 'mother', 'father', 'nobody'] as const;
export const awaySpans = ['underHalfYear', 'overHalfYear'] as const;

export const RoleSchema = v.picklist(roles);
export const FamilyRoleSchema = v.picklist(familyRoles);
export const SizeSchema = v.picklist(sizes);
export const RelationSchema = v.picklist(relations);
export const ServiceKindSchema = v.picklist(serviceKinds);
export const AccessWaySchema = v.picklist(accessWays);
export const PlaceKindSchema = v.picklist(placeKinds);
export const WorrySchema = v.picklist(worries);
export const AppointmentStateSchema = v.picklist(appointmentStates);
export const UrgencySchema = v.picklist(urgencies);
export const WaitlistStateSchema = v.picklist(waitlistStates);
export const DayPartSchema = v.picklist(dayParts);
export const ChangeReasonSchema = v.picklist(changeReasons);
export const LookPurposeSchema = v.picklist(lookPurposes);
export const ReferralStateSchema = v.picklist(referralStates);
export const NoticeKindSchema = v.picklist(noticeKinds);
export const TravelWaySchema = v.picklist(travelWays);
export const StaffRoleSchema = v.picklist(staffRoles);
export const PurposeSchema = v.picklist(purposes);
export const ConsentStateSchema = v.picklist(consentStates);
export const StandingSchema = v.picklist(standings);
export const AwayWhoSchema = v.picklist(awayWho);
export const AwaySpanSchema = v.picklist(awaySpans);
export const GenderSchema = v.picklist(genders);

export type Role = v.InferOutput<typeof RoleSchema>;
export type FamilyRole = v.InferOutput<typeof FamilyRoleSchema>;
export type Size = v.InferOutput<typeof SizeSchema>;
export type Relation = v.InferOutput<typeof RelationSchema>;
export type ServiceKind = v.InferOutput<typeof ServiceKindSchema>;
export type AccessWay = v.InferOutput<typeof AccessWaySchema>;
export type PlaceKind = v.InferOutput<typeof PlaceKindSchema>;
export type Worry = v.InferOutput<typeof WorrySchema>;
export type AppointmentState = v.InferOutput<typeof AppointmentStateSchema>;
export type Urgency = v.InferOutput<typeof UrgencySchema>;
export type WaitlistState = v.InferOutput<typeof WaitlistStateSchema>;
export type DayPart = v.InferOutput<typeof DayPartSchema>;
export type ChangeReason = v.InferOutput<typeof ChangeReasonSchema>;
export type NextStepKind = (typeof nextSteps)[number];
export type ReferralState = v.InferOutput<typeof ReferralStateSchema>;
export type NoticeKind = v.InferOutput<typeof NoticeKindSchema>;
export type SlotState = (typeof slotStates)[number];
export type TravelWay = v.InferOutput<typeof TravelWaySchema>;
export type StaffRole = v.InferOutput<typeof StaffRoleSchema>;
export type Purpose = v.InferOutput<typeof PurposeSchema>;
export type ConsentState = v.InferOutput<typeof ConsentStateSchema>;
export type Standing = v.InferOutput<typeof StandingSchema>;
export type AwayWho = v.InferOutput<typeof AwayWhoSchema>;
export type AwaySpan = v.InferOutput<typeof AwaySpanSchema>;
export type Gender = v.InferOutput<typeof GenderSchema>;
