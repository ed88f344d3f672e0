import * as v from 'valibot';

/** What gave cause. */
export const alertSources = [
  'message',
  'note',
  'weekly',
  'announcement',
  'screening',
  'booking',
  'guide',
  'person',
] as const;
/**
 * Why. `words`: triage of what was written; `prepared`: a sentence that tells of harm; `heard`: a
 * person has listened to a recording; `urgent`: the sender said that it cannot wait.
 */
export const alertReasons = [
  'words',
  'prepared',
  'urgent',
  'contentCheck',
  'safetyAnswer',
  'reported',
  'heard',
] as const;
/** `secondLook`: an S3 that one person has finished and another one is to confirm. */
export const alertStates = ['waiting', 'accepted', 'secondLook', 'closed'] as const;
/** How far it has been raised while nobody took it: never back. */
export const raisedSteps = ['week', 'duty', 'standIn', 'next', 'admin'] as const;
/** What somebody has done about it, as one tap. */
export const alertDeeds = [
  'called',
  'spoke',
  'visited',
  'toldSchool',
  'toldFamily',
  'note',
] as const;
/** Every kind of entry of the history. */
export const alertSteps = [
  'raised',
  'raisedAgain',
  'escalated',
  'accepted',
  ...alertDeeds,
  'reported',
  'notReported',
  'handedOver',
  'holderGone',
  'followUp',
  'resolved',
  'confirmed',
  'notConfirmed',
  'exported',
  'holdLifted',
] as const;
export const alertOutcomes = [
  'safeNow',
  'supported',
  'referred',
  'authorities',
  'emergency',
  'noConcern',
] as const;
export const authorities = ['police', 'civilAffairs', 'education'] as const;
/** What people say of the notice itself: it teaches the rules, and judges no child. */
export const judgements = ['right', 'wrong', 'unclear'] as const;

export const AlertSourceSchema = v.picklist(alertSources);
export const AlertReasonSchema = v.picklist(alertReasons);
export const AlertStateSchema = v.picklist(alertStates);
export const AlertStepSchema = v.picklist(alertSteps);
export const AlertOutcomeSchema = v.picklist(alertOutcomes);
export const AuthoritySchema = v.picklist(authorities);
export const JudgementSchema = v.picklist(judgements);
/** S0: nothing of the kind. */
export const JudgedLevelSchema = v.picklist(['S0', 'S1', 'S2', 'S3']);

export type AlertSource = v.InferOutput<typeof AlertSourceSchema>;
export type AlertReason = v.InferOutput<typeof AlertReasonSchema>;
export type AlertState = v.InferOutput<typeof AlertStateSchema>;
export type AlertStep = v.InferOutput<typeof AlertStepSchema>;
export type AlertDeed = (typeof alertDeeds)[number];
export type AlertOutcome = v.InferOutput<typeof AlertOutcomeSchema>;
export type Authority = v.InferOutput<typeof AuthoritySchema>;
export type Judgement = v.InferOutput<typeof JudgementSchema>;
export type JudgedLevel = v.InferOutput<typeof JudgedLevelSchema>;
export type RaisedTo = (typeof raisedSteps)[number];
