import type { Help } from '@contract/help';
import type { AlertReason, AlertSource, RaisedTo } from '@contract/safety';
import { acceptBy, firstLook, gravest, hearBy, isUrgent, orderOf } from '@rules/alerts';
import { onDutyNow } from '@rules/duty';
import { countyOf } from '@rules/reach';
import { evidenceOf, pathsOf, sealEvidence, type Said } from './alert-evidence';
import { addStep, firstHead } from './alert-steps';
import { alerts, unheard, type AlertDocument, type ChildDocument } from './collections';
import { command } from './database';
import { schedule, scheduleAnew } from './due';
import { adminsOf, shiftsNow } from './duty';
import { blindIndex } from './field-encryption';
import type { Transaction } from './transaction';

export interface Cause {
  source: AlertSource;
  /** The thing that gave cause. Never shown: it may hold who sent it. */
  ref: string;
  child: ChildDocument;
  place?: undefined;
  /** Openid of whoever said it. */
  by: string;
  said: Said;
  at: number;
  thread?: NonNullable<AlertDocument['thread']>;
  /** Written in this same transaction: nothing can have been raised for it before. */
  fresh?: boolean;
}

/** Cause that is about no child: something announced to a place. */
export type PlaceCause = Omit<Cause, 'child' | 'place'> & { child?: undefined; place: Place };
/** `name`: of the school; a township is named by its code. */
interface Place {
  county: string;
  township: string;
  name?: string | undefined;
}

type Raised = (Cause | PlaceCause) & {
  reason: AlertReason;
  level: AlertDocument['level'];
  rules?: readonly string[];
  /** It is about what `by` wrote: they never see it, whatever their post. So it is for what is flagged. */
  against?: boolean;
};

/** Nobody lets through what they wrote themselves and WeChat flags. */
const judgedIn = ({ against = false, reason, by }: Raised) =>
  (against || reason === 'contentCheck') && by !== '' ? [by] : [];

const placeOf = ({ child, place }: Cause | PlaceCause): Place =>
  place ?? { county: countyOf(child.township), township: child.township };

/** `alerts/{source}_{digest of ref}_{reason}`: once for each thing and reason, and tells nobody's openid. */
export const alertId = ({ source, ref, reason }: Pick<Raised, 'source' | 'ref' | 'reason'>) =>
  `${source}_${blindIndex('alert', ref)}_${reason}`;

/**
 * Hands something over to safeguarding, in the transaction that writes what gave cause: one round trip
 * for S1, three for S2 and S3 (roster, alert, timer), one more for what may have been raised before
 * and where nobody is on duty; three more where that is finished. Answers whether a person is on duty
 * and was told.
 */
export const raiseAlert = async (transaction: Transaction, raised: Raised): Promise<boolean> =>
  (await raise(transaction, raised)).onDuty;

/** The same; answers also the alert that it stands in. */
export async function raise(
  transaction: Transaction,
  raised: Raised,
): Promise<{ id: string; onDuty: boolean }> {
  const last = raised.fresh ? undefined : await lastOf(transaction, raised);
  const before = last && !isFinished(last) ? last : undefined;
  const follows = before ? undefined : last;
  const _id = before?._id ?? (follows ? idAfter(raised, follows) : alertId(raised));
  const level = before ? gravest(before.level, raised.level) : raised.level;
  const graver = !before || level > before.level;
  const { county } = placeOf(raised);
  const circle = (raised.child?.circle ?? []).map(({ openid }) => openid);
  const keptFrom = [...new Set([...circle, ...judgedIn(raised)])];
  const called = graver ? await call(transaction, { level, county, keptFrom, at: raised.at }) : {};
  const { told = [], raisedTo = 'week' } = called;
  if (!before) {
    await transaction.add(
      alerts,
      newAlert(raised, { _id, county, keptFrom, told, raisedTo }, follows),
    );
    if (follows) await leadOn(transaction, raised, follows, _id);
  } else {
    await raiseAgain(transaction, before, { ...raised, level, told, raisedTo, graver });
  }
  const lookAt = graver ? firstLook(level, raised.at) : undefined;
  if (lookAt !== undefined) {
    const later = { kind: 'alertUnaccepted' as const, ref: _id, at: lookAt };
    await (before ? scheduleAnew : schedule)(transaction, later);
  }
  // Also to nobody: the operator's further channel hears of it then.
  if (graver && isUrgent(level)) transaction.tell({ to: told, kind: 'dutyAlert' });
  return { id: _id, onDuty: told.length > 0 && raisedTo !== 'admin' };
}

/** Somebody has said that nothing is left to be done: what comes later is not covered by that. */
const isFinished = ({ state }: AlertDocument) => state === 'closed' || state === 'secondLook';

/** What was raised last for this thing and reason: the first one, or what followed it. */
async function lastOf(
  transaction: Transaction,
  raised: Raised,
): Promise<AlertDocument | undefined> {
  const first = await transaction.get(alerts, alertId(raised));
  const later = first?.next === undefined ? undefined : await transaction.get(alerts, first.next);
  return later ?? first;
}

/** One that follows has a name of its own; the seal of what was done before is like no other. */
const idAfter = ({ source, ref, reason }: Raised, { head }: AlertDocument) =>
  alertId({ source, ref: `${ref}\0${head}`, reason });

/** Written on what is finished: that it came up again, and where it goes on. It stays finished. */
async function leadOn(
  transaction: Transaction,
  raised: Raised,
  finished: AlertDocument,
  next: string,
): Promise<void> {
  const { at: now } = raised;
  const step = await addStep(transaction, finished, { openid: '', now }, { step: 'raisedAgain' });
  await transaction.update(alerts, finished._id, { ...step, lastAt: now, next });
  // The first one is where the next cause begins to look.
  const first = alertId(raised);
  if (first !== finished._id) await transaction.update(alerts, first, { next });
}

/** Whom it concerns at once: for an S3 duty person and stand-in, for an S2 whoever is on duty. */
async function call(
  transaction: Transaction,
  about: Pick<AlertDocument, 'level' | 'county' | 'keptFrom' | 'at'>,
): Promise<{ told?: string[]; raisedTo?: RaisedTo }> {
  return isUrgent(about.level) ? whomToCall(transaction, about) : {};
}

/** Whoever is on duty, for an S3 with the stand-in, else the administrators; whatever the level. */
export async function whomToCall(
  transaction: Transaction,
  { level, county, keptFrom, at }: Pick<AlertDocument, 'level' | 'county' | 'keptFrom' | 'at'>,
): Promise<{ told: string[]; raisedTo: RaisedTo }> {
  const shifts = await shiftsNow(transaction, county, at);
  const { people, standInOnly } = onDutyNow(shifts, at, keptFrom);
  const openids = people.map(({ openid }) => openid);
  if (openids.length > 0) {
    const told = level === 'S3' ? openids : openids.slice(0, 1);
    return { told, raisedTo: standInOnly ? 'standIn' : 'duty' };
  }
  const admins = await adminsOf(transaction.outside, county);
  return { told: admins.filter((openid) => !keptFrom.includes(openid)), raisedTo: 'admin' };
}

function newAlert(
  raised: Raised,
  placed: Pick<AlertDocument, '_id' | 'county' | 'keptFrom' | 'told' | 'raisedTo'>,
  follows?: AlertDocument,
): AlertDocument {
  const { source, ref, reason, level, at, by, child, said, thread = null, rules = [] } = raised;
  const { township, name } = placeOf(raised);
  const evidence = { ...evidenceOf(said, child), ...(name !== undefined && { schoolName: name }) };
  const about = { _id: placed._id, source, ref, reason, at };
  return {
    ...{ ...about, ...placed, level, by, thread, lastAt: at },
    ...{ state: 'waiting', open: true, childId: child?._id ?? '', township },
    ...{ order: orderOf(level, at, placed._id), acceptBy: acceptBy(level, at) },
    ...{ acceptedBy: null, holder: null, followUpAt: null, reported: false },
    ...{ resolvedBy: null, closedAt: null, legalHold: false, rules: [...rules] },
    ...{ evidence: sealEvidence(alerts, placed._id, evidence), files: pathsOf(evidence) },
    ...{ steps: 0, head: firstHead(about, evidence) },
    ...(follows && { follows: follows._id }),
  };
}

/** The same thing gave cause once more while it is open: it stays where it is, unless it is graver. */
async function raiseAgain(
  transaction: Transaction,
  before: AlertDocument,
  again: Pick<Raised, 'at' | 'level'> & { told: string[]; raisedTo: RaisedTo; graver: boolean },
): Promise<void> {
  const { at: now, level, told, raisedTo, graver } = again;
  const step = await addStep(transaction, before, { openid: '', now }, { step: 'raisedAgain' });
  await transaction.update(alerts, before._id, {
    ...{ ...step, lastAt: now, level },
    ...(graver && {
      ...{ order: orderOf(level, before.at, before._id), raisedTo },
      told: command.set([...new Set([...before.told, ...told])]),
    }),
    ...(graver && before.state === 'waiting' && { acceptBy: acceptBy(level, now) }),
  });
  // Whoever works on it hears that it came up again.
  if (before.acceptedBy) transaction.tell({ to: [before.acceptedBy.openid], kind: 'dutyAlert' });
}

/** What the sender is told of help: by their own words alone, and whether somebody is there. */
export const helpFor = (
  level: AlertDocument['level'] | undefined,
  onDuty: boolean,
): Help | undefined => (level && isUrgent(level) ? { level, onDuty } : undefined);

/**
 * Nothing can be read in a recording without words: a person is to listen to it, in time. In the
 * transaction that writes it; a round trip, two when it may have been said before.
 */
export async function expectEar(
  transaction: Transaction,
  cause: Cause & { urgent: boolean },
): Promise<void> {
  const { source, ref, child, by, at, said, urgent, thread = null } = cause;
  const evidence = evidenceOf(said, child);
  const _id = `${source}_${blindIndex('unheard', `${ref}\0${said.fileId ?? ''}`)}`;
  const { township } = child;
  const waits = {
    ...{ _id, source, ref, childId: child._id, county: countyOf(township), township, by, at },
    ...{ keptFrom: child.circle.map(({ openid }) => openid), hearBy: hearBy(at, urgent), urgent },
    ...{ waiting: true, evidence: sealEvidence(unheard, _id, evidence), files: pathsOf(evidence) },
    thread,
  };
  // Said once more with the same recording: it waits already.
  const known = cause.fresh ? undefined : await transaction.get(unheard, _id);
  if (!known) await transaction.add(unheard, waits);
}
