import { consentVersions } from '@contract/consent';
import type { ConsentState, Purpose, Relation, Standing } from '@contract/enums';
import { limits } from '@contract/limits';
import { hourMs, minuteMs } from './dates';
import { lastAwake } from './quiet-hours';

/** What was decided last about one purpose. */
export interface ConsentRecord {
  purpose: Purpose;
  state: 'pending' | 'given' | 'refused' | 'withdrawn';
  /** Version of the text that was read. */
  version: string;
  by: Relation;
  standing: Standing;
  at: number;
}

/** How a purpose stands now: an agreement to an older text no longer counts (PIPL 14). */
export function consentState(record: ConsentRecord | undefined): ConsentState {
  if (!record) return 'none';
  const agreed = record.state === 'given' || record.state === 'pending';
  if (agreed && record.version !== consentVersions[record.purpose]) return 'outdated';
  return record.state;
}

/**
 * Whether something may be done for a purpose. What a caregiver has begun counts until a parent
 * decides: a grandparent who looks for help is not sent away (rules.md, "Who is who").
 */
export function permits(records: readonly ConsentRecord[], purpose: Purpose): boolean {
  const state = consentState(records.find((record) => record.purpose === purpose));
  return state === 'given' || state === 'pending';
}

/**
 * Until when (ms) a visit waits for a parent's word; undefined when there is nothing to wait for: a
 * parent has agreed, or staff have asked a family that has no telephone and no parent in the circle.
 * Nobody is to answer at night: what would end then ends the evening before.
 * Nor is there when the visit is so near that nobody could answer in time: urgent help never waits,
 * and a grandmother is not sent away (rules.md, "Who is who").
 */
export function awaitedUntil(
  child: { consents: readonly ConsentRecord[]; circle: readonly { standing: Standing }[] },
  start: number,
  now: number,
): number | undefined {
  const record = child.consents.find(({ purpose }) => purpose === 'booking');
  if (consentState(record) !== 'pending') return undefined;
  if (record?.standing === 'proxy' && !hasGuardian(child)) return undefined;
  const until = lastAwake(
    Math.min(now + limits.consentHours * hourMs, start - limits.consentCutOffMinutes * minuteMs),
  );
  return until > now ? until : undefined;
}

/** Whether there is anybody in the circle who could agree. */
export function hasGuardian(child: { circle: readonly { standing: Standing }[] }): boolean {
  return child.circle.some(({ standing }) => standing === 'guardian');
}

export interface Decision {
  purpose: Purpose;
  agree: boolean;
  version: string;
}
export interface Decider {
  relation: Relation;
  standing: Standing;
  now: number;
}

/**
 * What a decision leaves behind. A guardian decides. A caregiver begins, may always say no, and
 * does not overrule a guardian's no; a guardian's yes stays a guardian's.
 */
export function decide(
  before: ConsentRecord | undefined,
  { purpose, agree, version }: Decision,
  { relation, standing, now }: Decider,
): ConsentRecord {
  const made = { purpose, version, by: relation, standing, at: now };
  if (standing === 'guardian') return { ...made, state: agree ? 'given' : 'refused' };
  // A guardian's no stays theirs, also when a caregiver repeats it: else it could be begun anew.
  if (before?.standing === 'guardian' && before.state !== 'given') return before;
  if (!agree) return { ...made, state: 'refused' };
  if (before && consentState(before) === 'given') return before;
  return { ...made, state: 'pending' };
}

/**
 * Taking back is as easy as giving, for every adult of the circle (PIPL 15). Answers undefined when
 * there is nothing to take back: a no stays the no of whoever said it.
 */
export function withdraw(
  before: ConsentRecord | undefined,
  { relation, standing, now }: Decider,
): ConsentRecord | undefined {
  if (before?.state !== 'given' && before?.state !== 'pending') return undefined;
  return { ...before, state: 'withdrawn', by: relation, standing, at: now };
}
