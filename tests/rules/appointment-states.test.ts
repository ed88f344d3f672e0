import {
  appointmentStates,
  referralStates,
  type AppointmentState,
  type ReferralState,
} from '@contract/enums';
import { limits } from '@contract/limits';
import {
  appointmentSteps,
  familyMay,
  isLiving,
  refusalOf,
  refusalOfMove,
  referralSteps,
} from '@rules/appointment-states';
import { dayMs, hourMs, minuteMs, startOfDay } from '@rules/dates';

const start = startOfDay('2026-11-24') + 10 * hourMs;
const cutOff = limits.changeCutOffMinutes * minuteMs;

/**
 * Every pair: row, what it is; column, what it is to become, in the order of the contract. `.` never;
 * `a` always; `d` on the day of the visit; `b` once it began.
 */
const table: Record<AppointmentState, string> = {
  //               aw bo ar do mi ca la
  awaitingConsent: '.  a  .  .  .  a  a',
  booked: '.  .  d  b  b  a  .',
  arrived: '.  .  .  a  d  .  .',
  done: '.  .  .  .  .  .  .',
  missed: '.  .  d  .  .  .  .',
  cancelled: '.  .  .  .  .  .  .',
  lapsed: '.  .  .  .  .  .  .',
};
const pairs = appointmentStates.flatMap((from) => {
  const letters = table[from].split(/\s+/);
  return appointmentStates.map((to, at) => ({ from, to, when: letters[at] ?? '' }));
});

describe('what may follow what', () => {
  const by = 'staff' as const;
  const moments = {
    theDayBefore: start - dayMs,
    thatMorning: start - hourMs,
    begun: start,
    theDayAfter: start + dayMs,
  };

  test('the table has every pair', () => {
    expect(pairs).toHaveLength(appointmentStates.length ** 2);
  });

  test.each(pairs)('$from to $to: $when', ({ from, to, when }) => {
    const allowed = Object.entries(moments)
      .filter(([, now]) => refusalOf({ state: from, start }, to, { by, now }) === undefined)
      .map(([name]) => name);
    const expected: Record<string, string[]> = {
      '.': [],
      a: Object.keys(moments),
      d: ['thatMorning', 'begun'],
      b: ['begun', 'theDayAfter'],
    };
    expect(allowed).toStrictEqual(expected[when]);
  });

  test('what cannot follow is refused as such, to everybody', () => {
    for (const { from, to } of pairs.filter(({ when }) => when === '.')) {
      for (const who of ['family', 'staff', 'job'] as const) {
        const step = { by: who, now: start - dayMs };
        expect(refusalOf({ state: from, start }, to, step)).toBe('CANNOT_FOLLOW');
      }
    }
  });

  test('every visit comes to an end, and nothing follows an end', () => {
    const ends = appointmentStates.filter((state) => !Object.keys(appointmentSteps[state]).length);
    expect(ends).toStrictEqual(['done', 'cancelled', 'lapsed']);
    for (const state of appointmentStates) {
      expect(after(state).some((one) => ends.includes(one))).toBe(true);
    }
  });

  /** A state and all that can come of it. */
  function after(from: AppointmentState): AppointmentState[] {
    const found = new Set<AppointmentState>([from]);
    for (const state of found) {
      for (const to of appointmentStates) if (appointmentSteps[state][to]) found.add(to);
    }
    return [...found];
  }
});

describe('changes by the family', () => {
  const visit = { state: 'booked', start } as const;

  test('are possible up to the cut-off, for staff later too', () => {
    const last = start - cutOff;
    expect(familyMay(visit, last)).toStrictEqual({ canCancel: true, canMove: true });
    expect(familyMay(visit, last + 1)).toStrictEqual({ canCancel: false, canMove: false });
    const late = { by: 'family', now: last + 1 } as const;
    expect(refusalOf(visit, 'cancelled', late)).toBe('TOO_LATE');
    expect(refusalOfMove(visit, late)).toBe('TOO_LATE');
    expect(refusalOf(visit, 'cancelled', { ...late, by: 'staff' })).toBeUndefined();
    expect(refusalOfMove(visit, { ...late, by: 'staff' })).toBeUndefined();
  });

  test.each(appointmentStates)('a visit that is %s moves only before anybody has come', (state) => {
    const may = state === 'booked' || state === 'awaitingConsent';
    const step = { by: 'staff', now: start - dayMs } as const;
    expect(refusalOfMove({ state, start }, step)).toBe(may ? undefined : 'CANNOT_FOLLOW');
    expect(isLiving(state)).toBe(may || state === 'arrived');
  });
});

describe('a referral', () => {
  const allowed: Record<ReferralState, ReferralState[]> = {
    suggested: ['agreed', 'declined'],
    agreed: ['declined', 'attended', 'notAttended'],
    declined: ['agreed'],
    attended: ['notAttended'],
    notAttended: ['attended'],
  };

  test.each(referralStates)('that is %s goes on only with the family’s agreement', (from) => {
    const next = referralStates.filter((to) => referralSteps[from][to] !== undefined);
    expect(next).toStrictEqual(allowed[from]);
  });
});
