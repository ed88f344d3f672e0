import * as v from 'valibot';
import { contractOf } from './action';
import { ConsentSchema } from './consent';
import {
  AwaySpanSchema,
  AwayWhoSchema,
  RelationSchema,
  StandingSchema,
  UrgencySchema,
} from './enums';
import {
  EmptySchema,
  IdSchema,
  MomentSchema,
  NicknameSchema,
  PhoneSchema,
  TownshipCodeSchema,
} from './shapes';

export const ChildSchema = v.object({
  id: IdSchema,
  nickname: v.string(),
  birthYear: v.number(),
  birthMonth: v.number(),
  schoolId: v.optional(IdSchema),
  schoolName: v.optional(v.string()),
  /** Who the caller is to the child. */
  relation: RelationSchema,
  standing: StandingSchema,
  consents: v.array(ConsentSchema),
});
export type Child = v.InferOutput<typeof ChildSchema>;

const YearSchema = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2200));
const MonthSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12));

/** Data minimisation (rules.md): nickname, birth year and month, school, relation; nothing else. */
const facts = {
  nickname: NicknameSchema,
  birthYear: YearSchema,
  birthMonth: MonthSchema,
  schoolId: v.optional(IdSchema),
};
export const NewChildSchema = v.strictObject({ ...facts, relation: RelationSchema });
export type NewChild = v.InferOutput<typeof NewChildSchema>;

/** The two plain questions: who works away, for how long already. */
const AwaySchema = v.object({
  who: AwayWhoSchema,
  span: v.optional(AwaySpanSchema),
  saidAt: MomentSchema,
  /** A teacher or a child director has said so too. */
  confirmedAt: v.optional(MomentSchema),
});
export type Away = v.InferOutput<typeof AwaySchema>;

/** Who looks after a child whose family has no telephone here, and a number that reaches them. */
export const AtHomeSchema = v.object({ caregiver: RelationSchema, phone: v.optional(v.string()) });
export type AtHome = v.InferOutput<typeof AtHomeSchema>;

const sayingWhoIsAway = {
  input: v.pipe(
    v.strictObject({ childId: IdSchema, who: AwayWhoSchema, span: v.optional(AwaySpanSchema) }),
    // Nobody is away for no time; everybody else for some.
    v.check(({ who, span }) => (who === 'nobody') === (span === undefined)),
  ),
  output: v.object({ away: AwaySchema }),
};

export const CircleMemberSchema = v.object({
  /** Names the adult within this child's circle only; openids do not leave the backend. */
  id: IdSchema,
  relation: RelationSchema,
  standing: StandingSchema,
  /** How staff who act for the family are called, `周主任`; families have no names here. */
  name: v.optional(v.string()),
  since: MomentSchema,
  me: v.boolean(),
  /** Whether the caller may take this adult out. */
  removable: v.boolean(),
});
export type CircleMember = v.InferOutput<typeof CircleMemberSchema>;

/** A child as a teacher or a child director finds it in the roster. */
export const RosterEntrySchema = v.object({
  id: IdSchema,
  nickname: v.string(),
  age: v.number(),
  schoolName: v.optional(v.string()),
  className: v.optional(v.string()),
  away: v.optional(AwaySchema),
  /** A parent is in the circle. */
  guardianThere: v.boolean(),
  /** The caller acts for this family, which has no telephone. */
  byProxy: v.boolean(),
  /** When the caller took this family over from another proxy. */
  handedOverAt: v.optional(MomentSchema),
  /** Whoever acted for this family has gone; nobody has taken it over yet. */
  waiting: v.boolean(),
  /** Of families that the caller acts for. */
  atHome: v.optional(AtHomeSchema),
  /** The child waits for a place, as somebody may set how soon it should be seen. */
  wait: v.optional(v.object({ id: IdSchema, urgency: UrgencySchema, reviewAsked: v.boolean() })),
});
export type RosterEntry = v.InferOutput<typeof RosterEntrySchema>;

export const family = {
  'family.addChild': contractOf({
    summary: 'Writes down a child and puts the caller into its circle.',
    effect: 'write',
    input: NewChildSchema,
    output: ChildSchema,
  }),
  'family.addChildByProxy': contractOf({
    summary: 'A child director or teacher writes down a child of a family without a telephone.',
    effect: 'write',
    input: v.strictObject({
      ...facts,
      /** Who looks after the child at home, and a number to reach them by, if there is one. */
      caregiver: RelationSchema,
      phone: v.optional(PhoneSchema),
      township: v.optional(TownshipCodeSchema),
    }),
    output: ChildSchema,
  }),
  'family.takeOver': contractOf({
    summary: 'Takes over a family whose proxy has gone, without waiting for the job.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema }),
    output: ChildSchema,
  }),
  'family.updateChild': contractOf({
    summary: 'Corrects what is written down of a child, or who the caller is to it.',
    effect: 'write',
    input: v.pipe(
      v.strictObject({
        childId: IdSchema,
        ...v.partial(v.strictObject(facts)).entries,
        /** Null: goes to no school any more. */
        schoolId: v.optional(v.nullable(IdSchema)),
        relation: v.optional(RelationSchema),
      }),
      v.check((change) => Object.keys(change).length > 1),
      v.check(
        ({ birthYear, birthMonth }) => (birthYear === undefined) === (birthMonth === undefined),
      ),
    ),
    output: ChildSchema,
  }),
  'family.sayWhoIsAway': contractOf({
    summary: 'Who of the parents works away, in the family’s own words.',
    effect: 'write',
    ...sayingWhoIsAway,
  }),
  'family.sayWhoIsAtHome': contractOf({
    summary:
      'Corrects who looks after a child without a telephone, and the number; none: no number.',
    effect: 'write',
    input: v.strictObject({
      childId: IdSchema,
      caregiver: RelationSchema,
      phone: v.optional(PhoneSchema),
    }),
    output: v.object({ atHome: AtHomeSchema }),
  }),
  'family.confirmStatus': contractOf({
    summary: 'A teacher or child director confirms who is away, or corrects it.',
    effect: 'write',
    ...sayingWhoIsAway,
  }),
  'family.listChildren': contractOf({
    summary: 'The children in whose circle the caller is.',
    effect: 'read',
    input: v.strictObject({ cursor: v.optional(IdSchema) }),
    output: v.object({ children: v.array(ChildSchema), next: v.optional(IdSchema) }),
  }),
  'family.listRoster': contractOf({
    summary: 'The children of a teacher’s school or a child director’s township.',
    effect: 'read',
    input: v.strictObject({
      cursor: v.optional(IdSchema),
      /** The school or township, for somebody with several; the first of the role in use without. */
      place: v.optional(IdSchema),
    }),
    output: v.object({
      now: MomentSchema,
      children: v.array(RosterEntrySchema),
      next: v.optional(IdSchema),
    }),
  }),
  'family.showCircle': contractOf({
    summary: 'The adults around a child, what was agreed to, and who is away.',
    effect: 'read',
    input: v.strictObject({ childId: IdSchema }),
    output: v.object({
      child: ChildSchema,
      members: v.array(CircleMemberSchema),
      away: v.optional(AwaySchema),
      /** For the proxy, who calls there, and for the guardians. */
      atHome: v.optional(AtHomeSchema),
    }),
  }),
  'family.removeFromCircle': contractOf({
    summary: 'Takes an adult out of a child’s circle, or oneself.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema, memberId: IdSchema }),
    output: EmptySchema,
  }),
};
