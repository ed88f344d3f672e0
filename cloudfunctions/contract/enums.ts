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
export const lookPurposes = [
  'day',
  'roster',
  'voice',
  'requests',
  'phoneIn',
  'week',
  'announcement',
  'thread',
  'course',
  'screening',
  'homeVisit',
] as const;
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
  'schoolReply',
  'counsellorLeft',
  'familyMessage',
  'familyUrgent',
  'questionRaised',
  'standInNamed',
  'weekWanted',
  'announced',
  'noteArrived',
  'noteAnswered',
  'callProposed',
  'callAgreed',
  'callSoon',
  'guideBack',
  'guideOut',
  'guideDue',
  'accompanyOffered',
  'accompanyAgreed',
  'kindWord',
  'otherHalfHeard',
  'dutyAlert',
  'dutyChanged',
  'visitReminder',
  'weeklyDigest',
  'bulletin',
] as const;
/** Two separate threads of a child: with its school, and with one counsellor after a first visit. */
export const threadKinds = ['school', 'counsellor'] as const;
/** `prepared`: a sentence by situation (src/wording/thread.ts). `note`: written by the system. */
export const messageKinds = ['voice', 'text', 'picture', 'prepared', 'face', 'note'] as const;
/** `held`: a person looks at it first; never dropped (rules.md, "Safeguarding"). */
export const messageStates = ['sent', 'held', 'withdrawn'] as const;
/** `teacher`: only the staff of the thread and whoever wrote it; no other account of the family. */
export const audiences = ['all', 'teacher'] as const;
/** Why a message cannot wait for office hours. */
export const urgentReasons = ['hurt', 'unsafe', 'missing', 'other'] as const;
/** What a family or the school says in two taps; what is said exactly is in src/wording/thread.ts. */
export const situations = [
  'leave',
  'unwell',
  'late',
  'unwilling',
  'howAreThings',
  'homeNews',
  'callMe',
  'thanks',
  'bullied',
  'afraid',
  'hurt',
  'harmed',
  'noted',
  'willTalk',
  'willCall',
  'doingWell',
  'pleaseCome',
  'takeCare',
] as const;
export const reportReasons = ['rude', 'private', 'scam', 'harm', 'other'] as const;
/** How a child seemed this week, in three faces. */
export const weekFaces = ['happy', 'calm', 'low'] as const;
/** To look at, to say one has seen it, or to answer. */
export const announcementKinds = ['read', 'tap', 'answer'] as const;
/** Who of a child's adults is to react: any of them, one guardian, or every guardian. */
export const addressees = ['anyone', 'guardian', 'guardians'] as const;
export const announcementScopes = ['class', 'school', 'township', 'county'] as const;
/** How a child is, as five faces; never a number on a screen. */
export const moods = ['great', 'good', 'plain', 'low', 'sad'] as const;
/** How sleep and appetite were. */
export const howWell = ['well', 'soSo', 'badly'] as const;
/** Drawn pictures that a note may carry: no photographs. */
export const notePictures = ['sun', 'moon', 'star', 'leaf', 'house', 'bus', 'hug', 'meal'] as const;
/** Who of the two sides of a call somebody is. */
export const callSides = ['away', 'home'] as const;
export const callStates = ['proposed', 'agreed'] as const;
/** Words that are ready, for whoever accompanies a family: nothing is typed. */
export const kindWords = ['glad', 'noHurry', 'together', 'askMe'] as const;
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
export const MoodSchema = v.picklist(moods);
export const HowWellSchema = v.picklist(howWell);
export const NotePictureSchema = v.picklist(notePictures);
export const CallSideSchema = v.picklist(callSides);
export const CallStateSchema = v.picklist(callStates);
export const NoticeKindSchema = v.picklist(noticeKinds);
export const ThreadKindSchema = v.picklist(threadKinds);
export const MessageKindSchema = v.picklist(messageKinds);
export const MessageStateSchema = v.picklist(messageStates);
export const AudienceSchema = v.picklist(audiences);
export const UrgentReasonSchema = v.picklist(urgentReasons);
export const SituationSchema = v.picklist(situations);
export const ReportReasonSchema = v.picklist(reportReasons);
export const KindWordSchema = v.picklist(kindWords);
export const TravelWaySchema = v.picklist(travelWays);
export const StaffRoleSchema = v.picklist(staffRoles);
export const PurposeSchema = v.picklist(purposes);
export const ConsentStateSchema = v.picklist(consentStates);
export const StandingSchema = v.picklist(standings);
export const AwayWhoSchema = v.picklist(awayWho);
export const AwaySpanSchema = v.picklist(awaySpans);
export const WeekFaceSchema = v.picklist(weekFaces);
export const AnnouncementKindSchema = v.picklist(announcementKinds);
export const AddresseeSchema = v.picklist(addressees);
export const AnnouncementScopeSchema = v.picklist(announcementScopes);
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
export type Mood = v.InferOutput<typeof MoodSchema>;
export type HowWell = v.InferOutput<typeof HowWellSchema>;
export type NotePicture = v.InferOutput<typeof NotePictureSchema>;
export type CallSide = v.InferOutput<typeof CallSideSchema>;
export type NoticeKind = v.InferOutput<typeof NoticeKindSchema>;
export type ThreadKind = v.InferOutput<typeof ThreadKindSchema>;
export type MessageKind = v.InferOutput<typeof MessageKindSchema>;
export type MessageState = v.InferOutput<typeof MessageStateSchema>;
export type Audience = v.InferOutput<typeof AudienceSchema>;
export type UrgentReason = v.InferOutput<typeof UrgentReasonSchema>;
export type Situation = v.InferOutput<typeof SituationSchema>;
export type ReportReason = v.InferOutput<typeof ReportReasonSchema>;
export type SlotState = (typeof slotStates)[number];
export type KindWord = v.InferOutput<typeof KindWordSchema>;
export type TravelWay = v.InferOutput<typeof TravelWaySchema>;
export type StaffRole = v.InferOutput<typeof StaffRoleSchema>;
export type Purpose = v.InferOutput<typeof PurposeSchema>;
export type ConsentState = v.InferOutput<typeof ConsentStateSchema>;
export type Standing = v.InferOutput<typeof StandingSchema>;
export type AwayWho = v.InferOutput<typeof AwayWhoSchema>;
export type AwaySpan = v.InferOutput<typeof AwaySpanSchema>;
export type WeekFace = v.InferOutput<typeof WeekFaceSchema>;
export type AnnouncementKind = v.InferOutput<typeof AnnouncementKindSchema>;
export type Addressee = v.InferOutput<typeof AddresseeSchema>;
export type AnnouncementScope = v.InferOutput<typeof AnnouncementScopeSchema>;
export type Gender = v.InferOutput<typeof GenderSchema>;
