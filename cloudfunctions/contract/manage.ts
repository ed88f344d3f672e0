import * as v from 'valibot';
import { contractOf } from './action';
import { AccessWaySchema, ServiceKindSchema } from './enums';
import { limits } from './limits';
import { DaySchema, IdSchema, MomentSchema, TownshipCodeSchema, TravelSchema } from './shapes';

/** How long each text of the directory may be; a spreadsheet's cells are held to no more. */
export const recordCharacters = {
  name: 30,
  hours: 80,
  cost: 40,
  address: 60,
  whatHappens: 200,
  bring: 60,
  directions: 120,
  language: 12,
  referredBy: 40,
  purpose: 40,
} as const;

const textOf = (characters: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(characters));

/** As it is shown: digits and hyphens. */
const NumberSchema = v.pipe(v.string(), v.trim(), v.regex(/^\d[\d-]{2,15}$/));

/** What an administrator edits of a service. */
export const ServiceFieldsSchema = v.strictObject({
  name: textOf(recordCharacters.name),
  kinds: v.pipe(v.array(ServiceKindSchema), v.minLength(1), v.maxLength(4)),
  ways: v.pipe(v.array(AccessWaySchema), v.minLength(1), v.maxLength(4)),
  phone: v.optional(NumberSchema),
  referredBy: v.optional(textOf(recordCharacters.referredBy)),
  hours: textOf(recordCharacters.hours),
  cost: textOf(recordCharacters.cost),
  township: TownshipCodeSchema,
  address: textOf(recordCharacters.address),
  directions: textOf(recordCharacters.directions),
  latitude: v.pipe(v.number(), v.minValue(3), v.maxValue(54)),
  longitude: v.pipe(v.number(), v.minValue(73), v.maxValue(136)),
  travel: v.record(TownshipCodeSchema, TravelSchema),
  languages: v.pipe(v.array(textOf(recordCharacters.language)), v.minLength(1), v.maxLength(6)),
  whatHappens: textOf(recordCharacters.whatHappens),
  bring: textOf(recordCharacters.bring),
  /** Whose administrator may edit it besides those of the county. */
  schoolId: v.optional(IdSchema),
  /** The first day on which it is no more. */
  closedOn: v.optional(DaySchema),
});
export type ServiceFields = v.InferOutput<typeof ServiceFieldsSchema>;

/** What an administrator edits of a county's telephone line. */
export const LineFieldsSchema = v.strictObject({
  name: textOf(recordCharacters.name),
  number: NumberSchema,
  purpose: textOf(recordCharacters.purpose),
  hours: textOf(recordCharacters.hours),
  urgent: v.boolean(),
  order: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  closedOn: v.optional(DaySchema),
});
export type LineFields = v.InferOutput<typeof LineFieldsSchema>;

/**
 * The same as they are stored, or while they are being typed: what an older version or a spreadsheet
 * wrote can be opened and put right, whatever a form takes today.
 */
export const StoredServiceSchema = v.object({
  name: v.string(),
  kinds: v.array(ServiceKindSchema),
  ways: v.array(AccessWaySchema),
  phone: v.optional(v.string()),
  referredBy: v.optional(v.string()),
  hours: v.string(),
  cost: v.string(),
  township: v.string(),
  address: v.string(),
  directions: v.string(),
  latitude: v.number(),
  longitude: v.number(),
  travel: v.record(v.string(), TravelSchema),
  languages: v.array(v.string()),
  whatHappens: v.string(),
  bring: v.string(),
  schoolId: v.optional(v.string()),
  closedOn: v.optional(v.string()),
});
export const StoredLineSchema = v.object({
  name: v.string(),
  number: v.string(),
  purpose: v.string(),
  hours: v.string(),
  urgent: v.boolean(),
  order: v.number(),
  closedOn: v.optional(v.string()),
});

export const recordKinds = ['service', 'line'] as const;
export type RecordKind = (typeof recordKinds)[number];
const RecordKindSchema = v.picklist(recordKinds);

const ChangeValueSchema = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.array(v.string()),
  v.record(v.string(), TravelSchema),
]);
export type ChangeValue = v.InferOutput<typeof ChangeValueSchema>;

/** One field as it was and as it is since. */
export const ChangeSchema = v.object({
  field: v.string(),
  old: v.optional(ChangeValueSchema),
  new: v.optional(ChangeValueSchema),
});
export type Change = v.InferOutput<typeof ChangeSchema>;

/** `made`: written down; `checked`: somebody called and it was right. */
export const historySteps = ['made', 'changed', 'checked'] as const;

/** What somebody did to an entry of the directory. */
export const HistoryEntrySchema = v.object({
  at: MomentSchema,
  what: v.picklist(historySteps),
  /** How they are called; absent once their account is gone. */
  name: v.optional(v.string()),
  changes: v.array(ChangeSchema),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntrySchema>;

const HistoryPageSchema = v.object({
  entries: v.array(HistoryEntrySchema),
  next: v.optional(MomentSchema),
});

/** A row of the administrator's list of services. */
export const DeskServiceSchema = v.object({
  id: IdSchema,
  name: v.string(),
  townshipName: v.string(),
  ways: v.array(AccessWaySchema),
  phone: v.optional(v.string()),
  verifiedAt: MomentSchema,
  overdue: v.boolean(),
  closedOn: v.optional(DaySchema),
});
export type DeskService = v.InferOutput<typeof DeskServiceSchema>;

/** The state in which somebody began to edit. */
const BaseSchema = v.strictObject({ id: IdSchema, rev: v.number() });

const SavedSchema = v.object({ state: v.literal('saved'), id: IdSchema, rev: v.number() });
/** Somebody else was faster: as it is now, and who it was. Nothing was written. */
const changedOf = <Fields extends v.GenericSchema>(fields: Fields) =>
  v.object({
    ...{ state: v.literal('changed'), id: IdSchema, rev: v.number(), fields },
    name: v.optional(v.string()),
    at: v.optional(MomentSchema),
  });

export const manage = {
  'directory.listForDesk': contractOf({
    summary: 'An administrator’s services, those that were not checked for longest first.',
    effect: 'read',
    input: v.strictObject({
      /** Part of a name, a township or a number. */
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20))),
      show: v.optional(v.picklist(['all', 'overdue', 'closed'])),
      /** `next` of the page before. */
      from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
    }),
    output: v.object({
      now: MomentSchema,
      rows: v.array(DeskServiceSchema),
      next: v.optional(v.number()),
      counts: v.object({ all: v.number(), overdue: v.number(), closed: v.number() }),
      /** Only of one school. */
      schoolOnly: v.boolean(),
    }),
  }),
  'directory.showRecord': contractOf({
    summary: 'A service or line as it is edited, and what was done to it last.',
    effect: 'read',
    input: v.strictObject({ kind: RecordKindSchema, id: IdSchema }),
    output: v.object({
      now: MomentSchema,
      rev: v.number(),
      verifiedAt: MomentSchema,
      overdue: v.boolean(),
      demonstration: v.boolean(),
      /** A number of the whole country is not one county's to change. */
      editable: v.boolean(),
      /** One of the two. */
      service: v.optional(StoredServiceSchema),
      line: v.optional(StoredLineSchema),
      history: HistoryPageSchema,
    }),
  }),
  'directory.listChanges': contractOf({
    summary: 'Who changed what of a service or line, newest first.',
    effect: 'read',
    input: v.strictObject({ kind: RecordKindSchema, id: IdSchema, before: MomentSchema }),
    output: HistoryPageSchema,
  }),
  'directory.saveService': contractOf({
    summary: 'Writes a service down, or changes it unless somebody else just has.',
    effect: 'write',
    input: v.strictObject({ base: v.optional(BaseSchema), fields: ServiceFieldsSchema }),
    output: v.variant('state', [SavedSchema, changedOf(StoredServiceSchema)]),
  }),
  'directory.saveHotline': contractOf({
    summary: 'Writes a telephone line down, or changes it unless somebody else just has.',
    effect: 'write',
    input: v.strictObject({ base: v.optional(BaseSchema), fields: LineFieldsSchema }),
    output: v.variant('state', [SavedSchema, changedOf(StoredLineSchema)]),
  }),
  'directory.verifyService': contractOf({
    summary: 'An administrator has called a service today, and what is written is right.',
    effect: 'write',
    input: v.strictObject({ id: IdSchema }),
    output: v.object({ now: MomentSchema, verifiedAt: MomentSchema }),
  }),
  'directory.showEnding': contractOf({
    summary: 'How many visits are booked at a service from a day on, and with whom.',
    effect: 'read',
    input: v.strictObject({ id: IdSchema, closedOn: DaySchema }),
    output: v.object({ visits: v.number(), counsellors: v.array(v.string()) }),
  }),
};

/** Entries of a history that one answer holds. */
export const historyPage = 5;
/** Rows of the list that one answer holds. */
export const deskPage = limits.pageSize;
