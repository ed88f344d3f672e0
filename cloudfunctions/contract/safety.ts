import * as v from 'valibot';
import { contractOf } from './action';
import { HotlineSchema } from './directory';
import { RelationSchema, RoleSchema, SituationSchema, StaffRoleSchema } from './enums';
import { AlertLevelSchema } from './help';
import { limits } from './limits';
import { SafetyAnswerSchema } from './screening';
import { CountyCodeSchema, DaySchema, EmptySchema, IdSchema, MomentSchema } from './shapes';

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

export { lineFaults } from './safeguarding-for-all';

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

/** Of an alert, or of a recording that nobody has heard. */
export const AlertIdSchema = IdSchema;

/** What safeguarding writes down: several lines, no control characters. */
const written = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => Array.from(text).length <= limits.alertTextCharacters),
  v.regex(/^(?:[^\p{Cc}]|\n)+$/u),
);

/** Somebody of the staff, as the others of the staff know them. */
const WorkerSchema = v.object({ name: v.string(), role: StaffRoleSchema });
export type Worker = v.InferOutput<typeof WorkerSchema>;

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

const ofAlert = { alertId: AlertIdSchema };
/** After each step: the row as it is now; the page opens the alert anew when it wants more. */
const rowOutput = v.object({ now: MomentSchema, alert: AlertRowSchema });

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

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));

/** A span of a day with whoever is on duty; minutes from midnight in Beijing. */
export const DutyEntrySchema = v.pipe(
  v.strictObject({
    day: DaySchema,
    from: minute,
    to: minute,
    postId: IdSchema,
    standIn: v.optional(IdSchema),
  }),
  v.check(({ from, to }) => from < to),
  v.check(({ postId, standIn }) => postId !== standIn),
);
export type DutyEntry = v.InferOutput<typeof DutyEntrySchema>;

const OnDutySchema = v.object({ postId: IdSchema, ...WorkerSchema.entries, mine: v.boolean() });

export const DutyShiftSchema = v.object({
  id: IdSchema,
  day: DaySchema,
  from: minute,
  to: minute,
  duty: OnDutySchema,
  standIn: v.optional(OnDutySchema),
  /** Somebody was asked to take it over. */
  swap: v.optional(OnDutySchema),
});
export type DutyShift = v.InferOutput<typeof DutyShiftSchema>;

export const DutyWeekSchema = v.object({
  now: MomentSchema,
  county: CountyCodeSchema,
  /** Its Monday. */
  week: DaySchema,
  /** Goes along with `setDuty`: it refuses when somebody has changed the week meanwhile. */
  rev: v.number(),
  shifts: v.array(DutyShiftSchema),
  /** Hours of the week that are still to come and for which nobody is set. */
  gaps: v.array(v.object({ day: DaySchema, from: minute, to: minute })),
  /** Who could be set, and whether they can be reached. */
  people: v.array(
    v.object({
      postId: IdSchema,
      ...WorkerSchema.entries,
      mine: v.boolean(),
      reachable: v.boolean(),
    }),
  ),
  /** Whether the caller may set it. */
  mayChange: v.boolean(),
});
export type DutyWeek = v.InferOutput<typeof DutyWeekSchema>;

const shiftOf = { week: DaySchema, shiftId: IdSchema };

export const CheckedLineSchema = v.object({
  ...HotlineSchema.entries,
  /** Of the county, and so for it to change; not of the whole country. */
  own: v.boolean(),
  /** From that day on families are not shown it. */
  closedOn: v.optional(DaySchema),
  /** Nobody has called it for longer than the operator allows. */
  overdue: v.boolean(),
  /** Since it was checked last. */
  reports: v.object({ wrongNumber: v.number(), noAnswer: v.number() }),
});
export type CheckedLine = v.InferOutput<typeof CheckedLineSchema>;

const linesOutput = v.object({ now: MomentSchema, lines: v.array(CheckedLineSchema) });

export const safety = {
  'safety.listAlerts': contractOf({
    summary: 'Alerts of the county: open ones by urgency, one’s own, or finished ones.',
    effect: 'read',
    input: v.strictObject({
      show: v.picklist(['open', 'mine', 'closed']),
      /** `next` of the page before. */
      before: v.optional(v.pipe(v.string(), v.maxLength(300))),
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
  'safety.liftHold': contractOf({
    summary:
      'A second person says why a finished alert need not be kept for an authority any more.',
    effect: 'write',
    input: v.strictObject({ ...ofAlert, text: written }),
    output: rowOutput,
  }),
  'safety.exportAlert': contractOf({
    summary: 'Everything about one alert, for an authority that asks.',
    effect: 'repeatable',
    input: v.strictObject({ ...ofAlert, purpose: written }),
    output: v.object({
      now: MomentSchema,
      /** Plain text, in order, with the head of the chain at its end. */
      text: v.string(),
      head: v.string(),
    }),
  }),
  'safety.showChainHeads': contractOf({
    summary: 'The head of every alert’s history, to be kept outside of the system.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(v.pipe(v.string(), v.maxLength(300))) }),
    output: v.object({
      now: MomentSchema,
      heads: v.array(
        v.object({ id: AlertIdSchema, steps: v.number(), head: v.string(), at: MomentSchema }),
      ),
      next: v.optional(v.string()),
    }),
  }),
  'safety.listUnheard': contractOf({
    summary: 'Recordings without words, for a person to listen to; the most urgent first.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(v.pipe(v.string(), v.maxLength(300))) }),
    output: v.object({
      now: MomentSchema,
      recordings: v.array(
        v.object({
          ref: AlertIdSchema,
          source: AlertSourceSchema,
          at: MomentSchema,
          hearBy: MomentSchema,
          overdue: v.boolean(),
          /** The sender said that it cannot wait. */
          urgent: v.boolean(),
          seconds: v.number(),
          nickname: v.string(),
          placeName: v.string(),
        }),
      ),
      next: v.optional(v.string()),
    }),
  }),
  'safety.openUnheard': contractOf({
    summary: 'A short-lived link to such a recording.',
    effect: 'read',
    input: v.strictObject({ ref: AlertIdSchema }),
    output: v.object({ url: v.string(), seconds: v.number(), expiresAt: MomentSchema }),
  }),
  'safety.markVoiceHeard': contractOf({
    summary: 'What somebody heard: S0 nothing of concern, else an alert is raised.',
    effect: 'write',
    input: v.strictObject({
      ref: AlertIdSchema,
      level: JudgedLevelSchema,
      text: v.optional(written),
    }),
    /** The alert that it became. */
    output: v.object({ alertId: v.optional(AlertIdSchema) }),
  }),
  'safety.listDuty': contractOf({
    summary: 'A week of the duty roster, with its gaps and the people.',
    effect: 'read',
    /** Any day of the week. */
    input: v.strictObject({ from: DaySchema }),
    output: DutyWeekSchema,
  }),
  'safety.setDuty': contractOf({
    summary: 'An administrator sets a week of the roster, with people who can be reached.',
    effect: 'write',
    input: v.strictObject({
      /** Its Monday. */
      week: DaySchema,
      rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
      /** The whole week, instead of what was there. */
      entries: v.pipe(v.array(DutyEntrySchema), v.maxLength(limits.dutyShiftsPerWeek)),
    }),
    output: v.object({
      /** False: nothing was changed, since some of the people cannot be reached. */
      set: v.boolean(),
      unreachable: v.array(v.object({ postId: IdSchema, ...WorkerSchema.entries })),
      rev: v.number(),
    }),
  }),
  'safety.askSwap': contractOf({
    summary: 'Asks a colleague to take over one of the caller’s shifts.',
    effect: 'write',
    input: v.strictObject({ ...shiftOf, toPostId: IdSchema }),
    output: v.object({ rev: v.number() }),
  }),
  'safety.answerSwap': contractOf({
    summary: 'Takes a shift over, or not.',
    effect: 'write',
    input: v.strictObject({ ...shiftOf, agree: v.boolean() }),
    output: v.object({ rev: v.number() }),
  }),
  'safety.whoIsOnDuty': contractOf({
    summary: 'Whether a person is on duty now, until when, and the telephone lines. Never who.',
    effect: 'read',
    input: v.strictObject({
      county: v.optional(CountyCodeSchema),
      childId: v.optional(IdSchema),
    }),
    output: v.object({
      now: MomentSchema,
      onDuty: v.boolean(),
      until: v.optional(MomentSchema),
      /** When somebody is next, where nobody is now. */
      next: v.optional(MomentSchema),
      lines: v.array(HotlineSchema),
    }),
  }),
  'safety.listLines': contractOf({
    summary: 'The telephone lines with when they were checked and what people say of them.',
    effect: 'read',
    input: EmptySchema,
    output: linesOutput,
  }),
  'safety.verifyLine': contractOf({
    summary: 'An administrator has called a line and it is right, or puts its number right.',
    effect: 'write',
    input: v.strictObject({
      lineId: IdSchema,
      number: v.optional(v.pipe(v.string(), v.regex(/^\d[\d-]{2,15}$/))),
    }),
    output: linesOutput,
  }),
  'safety.recordMissed': contractOf({
    summary: 'Writes down something that nobody was warned of, so that the rules get better.',
    effect: 'write',
    input: v.strictObject({
      text: v.optional(written),
      levelShouldBe: AlertLevelSchema,
      childId: v.optional(IdSchema),
    }),
    output: EmptySchema,
  }),
  'safety.exportCorrections': contractOf({
    summary: 'What people judged right, wrong or missed, without names, numbers or children.',
    effect: 'read',
    input: v.strictObject({ before: v.optional(v.pipe(v.string(), v.maxLength(300))) }),
    output: v.object({
      rows: v.array(
        v.object({
          /** Month only: `2026-11`. */
          month: v.string(),
          source: v.optional(AlertSourceSchema),
          reason: v.optional(AlertReasonSchema),
          given: JudgedLevelSchema,
          judgement: v.picklist([...judgements, 'missed']),
          levelShouldBe: v.optional(JudgedLevelSchema),
          rules: v.array(v.string()),
          text: v.optional(v.string()),
        }),
      ),
      next: v.optional(v.string()),
    }),
  }),
};
