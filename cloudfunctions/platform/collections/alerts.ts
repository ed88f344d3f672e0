import * as v from 'valibot';
import { StaffRoleSchema } from '@contract/enums';
import { AlertLevelSchema } from '@contract/help';
import {
  AlertReasonSchema,
  AlertSourceSchema,
  AlertStateSchema,
  JudgedLevelSchema,
  judgements,
  raisedSteps,
} from '@contract/safety';
import { defineCollection, type DocumentOf } from './collection';

/** Somebody of the staff who works on it: the person and the post as which they do. */
const WorkerSchema = v.object({ openid: v.string(), postId: v.string(), role: StaffRoleSchema });

/**
 * `alerts/{source}_{digest of ref}_{reason}`: something a person of safeguarding is to look at; in the
 * digest of one that follows a finished one is that one's seal as well. It carries its own sealed copy
 * of what was said, so that deleting elsewhere stays complete and evidence of harm stays (PIPL 47;
 * rules.md). No account of a family sees, counts or exports it, since an adult of the circle may be the
 * one who does harm.
 */
export const alerts = defineCollection({
  name: 'alerts',
  encrypted: ['evidence', 'holder'],
  schema: v.object({
    _id: v.string(),
    source: AlertSourceSchema,
    /** The thing that gave cause: a message, an entry, a sentence of a week. */
    ref: v.string(),
    reason: AlertReasonSchema,
    level: AlertLevelSchema,
    state: AlertStateSchema,
    /** Not closed. */
    open: v.boolean(),
    /** Empty where it is about no child, or the child is not known. */
    childId: v.string(),
    county: v.string(),
    township: v.string(),
    /** Who said it; empty for nobody. */
    by: v.string(),
    /** Who never sees it, post or no post: the child's circle when it was raised, and whoever was reported. */
    keptFrom: v.array(v.string()),
    at: v.number(),
    /** The finished one that the same thing had given cause for before. */
    follows: v.optional(v.string()),
    /** The newest that follows; also on the first of several, where looking for it begins. */
    next: v.optional(v.string()),
    /** When it was raised last: the same thing may give cause twice. */
    lastAt: v.number(),
    /** Level and age as one number: how open ones stand in a list. */
    order: v.number(),
    acceptBy: v.number(),
    raisedTo: v.picklist(raisedSteps),
    /** Who was told so far. */
    told: v.array(v.string()),
    acceptedBy: v.nullable(WorkerSchema),
    /** When somebody took it last; absent in what earlier code wrote. */
    acceptedAt: v.optional(v.nullable(v.number())),
    /** Since when it waits again, where whoever had it has gone; absent where that never was. */
    waitsSince: v.optional(v.number()),
    /** How they are called, encrypted. */
    holder: v.nullable(v.string()),
    followUpAt: v.nullable(v.number()),
    /** By when a second person should have confirmed it; absent in what earlier code wrote. */
    confirmBy: v.optional(v.number()),
    /** Whom they told of it, or why nobody, is written down. */
    reported: v.boolean(),
    /** Who finished it, while a second person is awaited and after. */
    resolvedBy: v.nullable(v.string()),
    /** Whoever finished it would let through what is held; it goes when the second person agrees. */
    release: v.optional(v.boolean()),
    closedAt: v.nullable(v.number()),
    /** An authority has asked for it to be kept: never swept. */
    legalHold: v.boolean(),
    /** Openid of who has had it kept; another person says when that is over. */
    heldBy: v.optional(v.nullable(v.string())),
    /** What was said, JSON, encrypted (platform/alert-evidence). */
    evidence: v.string(),
    /** Paths of recordings and pictures that must not be deleted while it exists. */
    files: v.array(v.string()),
    /** Where the message stands, so that what was said around it can be read. */
    thread: v.nullable(v.object({ id: v.string(), line: v.string(), seq: v.number() })),
    /** Rules of triage that spoke. */
    rules: v.array(v.string()),
    /** How many steps its history has, and the seal of the last one. */
    steps: v.number(),
    head: v.string(),
  }),
  indexes: [
    {
      name: 'county_open_order',
      fields: [
        ['county', 1],
        ['open', 1],
        ['order', 1],
      ],
    },
    {
      name: 'county_open_closed',
      fields: [
        ['county', 1],
        ['open', 1],
        ['closedAt', -1],
      ],
    },
    {
      name: 'holder_open_order',
      fields: [
        ['acceptedBy.openid', 1],
        ['open', 1],
        ['order', 1],
      ],
    },
    // Holder by holder, for those who have gone.
    {
      name: 'open_holder',
      fields: [
        ['open', 1],
        ['acceptedBy.openid', 1],
      ],
    },
    {
      name: 'county_lastAt',
      fields: [
        ['county', 1],
        ['lastAt', -1],
      ],
    },
    {
      name: 'child_at',
      fields: [
        ['childId', 1],
        ['at', -1],
      ],
    },
    { name: 'files', fields: [['files', 1]] },
    // For the figures of a day.
    { name: 'acceptBy', fields: [['acceptBy', 1]] },
    {
      name: 'open_hold_closed',
      fields: [
        ['open', 1],
        ['legalHold', 1],
        ['closedAt', 1],
      ],
    },
  ],
});
export type AlertDocument = DocumentOf<typeof alerts>;

/** `alertSteps/{alert}_{n}`: its history, added to and never changed; each seals all before it. */
export const alertSteps = defineCollection({
  name: 'alertSteps',
  encrypted: ['details'],
  schema: v.object({
    _id: v.string(),
    alertId: v.string(),
    n: v.number(),
    at: v.number(),
    /** Openid; empty for the timer. */
    by: v.string(),
    details: v.string(),
    seal: v.string(),
  }),
  indexes: [
    {
      name: 'alert_n',
      fields: [
        ['alertId', 1],
        ['n', 1],
      ],
    },
  ],
});
export type AlertStepDocument = DocumentOf<typeof alertSteps>;

/**
 * `corrections/{…}`: what people judged right, wrong or missed, without child, name or number, to
 * improve the rules. Outlives the alert it comes from.
 */
export const corrections = defineCollection({
  name: 'corrections',
  encrypted: ['text'],
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    source: v.nullable(AlertSourceSchema),
    reason: v.nullable(AlertReasonSchema),
    given: JudgedLevelSchema,
    judgement: v.picklist([...judgements, 'missed']),
    levelShouldBe: v.nullable(JudgedLevelSchema),
    rules: v.array(v.string()),
    text: v.nullable(v.string()),
    /**
     * Digests of whoever never saw the alert, and of its child: whose it was cannot be read from them.
     * Absent in what earlier code wrote: its text is shown to nobody.
     */
    keptFrom: v.optional(v.array(v.string())),
    at: v.number(),
  }),
  indexes: [
    {
      name: 'county_at',
      fields: [
        ['county', 1],
        ['at', -1],
      ],
    },
  ],
});
export type CorrectionDocument = DocumentOf<typeof corrections>;
