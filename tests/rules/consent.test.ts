import fc from 'fast-check';
import { consentVersions } from '@contract/consent';
import { limits } from '@contract/limits';
import { awaitedUntil } from '@rules/consent';
import { dayMs, hourMs, minuteMs, startOfDay } from '@rules/dates';
import { isQuiet } from '@rules/quiet-hours';

const monday = startOfDay('2026-11-23');
const at = (clock: number, day = 0) => monday + day * dayMs + clock * hourMs;

/** Grandmother has begun; father is there to answer. */
const child = {
  consents: [
    {
      ...{ purpose: 'booking', state: 'pending', standing: 'caregiver' },
      ...{ version: consentVersions.booking, by: 'paternalGrandmother', at: monday },
    },
  ],
  circle: [{ standing: 'guardian' }],
} satisfies Parameters<typeof awaitedUntil>[0];

describe('until when a visit waits for a parent’s word', () => {
  test('by day, for the hours there are to answer', () => {
    expect(awaitedUntil(child, at(15, 9), at(10))).toBe(at(10) + limits.consentHours * hourMs);
  });

  test('booked at night, until the last minute of the evening before', () => {
    for (const night of [0, 4.1, 6.9]) {
      expect(awaitedUntil(child, at(15, 9), at(night))).toBe(at(21, 1) - minuteMs);
    }
    expect(awaitedUntil(child, at(15, 9), at(23))).toBe(at(21, 2) - minuteMs);
  });

  test('for an early visit, until the evening before, not at dawn', () => {
    expect(awaitedUntil(child, at(7.5, 1), at(10))).toBe(at(21) - minuteMs);
  });

  test('not at all when the evening before has gone by', () => {
    expect(awaitedUntil(child, at(7.5, 1), at(22))).toBeUndefined();
  });

  test('at any hour: never at night, never in the past, never too late', () => {
    const moment = fc.integer({ min: monday, max: monday + 30 * dayMs });
    fc.assert(
      fc.property(moment, moment, (now, start) => {
        const until = awaitedUntil(child, start, now);
        if (until === undefined) return;
        expect(isQuiet(until)).toBe(false);
        expect(until).toBeGreaterThan(now);
        expect(until).toBeLessThanOrEqual(now + limits.consentHours * hourMs);
        expect(until).toBeLessThanOrEqual(start - limits.consentCutOffMinutes * minuteMs);
      }),
    );
  });
});
