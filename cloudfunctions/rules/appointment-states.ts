import type { AppointmentState, ReferralState } from '@contract/enums';
import { limits } from '@contract/limits';
import { dayOf, minuteMs } from './dates';

/** When a step may be taken, apart from what went before. */
type When = 'always' | 'onTheDay' | 'onceItBegan';

type Steps<State extends string> = Readonly<Record<State, Readonly<Partial<Record<State, When>>>>>;

/**
 * What may follow what. A slip of the finger is mended on the day itself: whoever was marked as
 * missed has come after all, and the other way round. `done`, `cancelled` and `lapsed` are ends.
 */
export const appointmentSteps: Steps<AppointmentState> = {
  awaitingConsent: { booked: 'always', cancelled: 'always', lapsed: 'always' },
  booked: {
    arrived: 'onTheDay',
    done: 'onceItBegan',
    missed: 'onceItBegan',
    cancelled: 'always',
  },
  arrived: { done: 'always', missed: 'onTheDay' },
  missed: { arrived: 'onTheDay' },
  done: {},
  cancelled: {},
  lapsed: {},
};

/** A referral is made with the family's agreement, and a wrong tap can be put right. */
export const referralSteps: Steps<ReferralState> = {
  suggested: { agreed: 'always', declined: 'always' },
  agreed: { declined: 'always', attended: 'always', notAttended: 'always' },
  declined: { agreed: 'always' },
  attended: { notAttended: 'always' },
  notAttended: { attended: 'always' },
};

/** States in which a visit is still to come or under way. */
export const livingStates = ['awaitingConsent', 'booked', 'arrived'] as const;

/** Whether a visit is still to come or under way. */
export function isLiving(state: AppointmentState): boolean {
  return livingStates.some((one) => one === state);
}

export interface Visit {
  state: AppointmentState;
  start: number;
}

/** Who takes the step: the family, staff, or the job when a deadline has come. */
export type Doer = 'family' | 'staff' | 'job';
export interface Step {
  by: Doer;
  now: number;
}

/** Why a step cannot be taken; undefined when it can. */
export type Refusal = 'CANNOT_FOLLOW' | 'TOO_LATE' | undefined;

/** Whether a visit may go on to a state; a family gives up in time (limits), staff are exempt. */
export function refusalOf(visit: Visit, to: AppointmentState, step: Step): Refusal {
  const when = appointmentSteps[visit.state][to];
  if (when === undefined) return 'CANNOT_FOLLOW';
  if (when === 'onTheDay' && dayOf(step.now) !== dayOf(visit.start)) return 'CANNOT_FOLLOW';
  if (when === 'onceItBegan' && step.now < visit.start) return 'CANNOT_FOLLOW';
  if (to === 'cancelled' && step.by === 'family' && isPastCutOff(visit, step.now)) {
    return 'TOO_LATE';
  }
  return undefined;
}

/** Whether a visit may be moved to another place: while nobody has come yet, and in time. */
export function refusalOfMove(visit: Visit, step: Step): Refusal {
  if (visit.state !== 'awaitingConsent' && visit.state !== 'booked') return 'CANNOT_FOLLOW';
  return step.by === 'family' && isPastCutOff(visit, step.now) ? 'TOO_LATE' : undefined;
}

/** What a family may still do by itself: the page shows the buttons by the same rule. */
export function familyMay(visit: Visit, now: number): { canCancel: boolean; canMove: boolean } {
  const step = { by: 'family', now } as const;
  return {
    canCancel: refusalOf(visit, 'cancelled', step) === undefined,
    canMove: refusalOfMove(visit, step) === undefined,
  };
}

function isPastCutOff({ start }: Visit, now: number): boolean {
  return now > start - limits.changeCutOffMinutes * minuteMs;
}
