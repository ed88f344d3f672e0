import fc from 'fast-check';
import { limits } from '@contract/limits';
import { dayMs, hourMs, minuteMs, partsOf, startOfDay } from '@rules/dates';
import { dayPartOf, offerDeadline } from '@rules/offers';
import { isQuiet } from '@rules/quiet-hours';

const monday = startOfDay('2026-11-23');
const at = (clock: number, day = 0) => monday + day * dayMs + clock * hourMs;
const moment = fc.integer({ min: monday, max: monday + 30 * dayMs });
const far = { start: at(0, 40), bookUntil: Number.MAX_SAFE_INTEGER };

describe('until when an offered place is kept', () => {
  test('by day, for the time there is to answer', () => {
    expect(offerDeadline(at(10), far)).toBe(at(10) + limits.offerMinutes * minuteMs);
  });

  test('what does not fit into the evening goes on in the morning', () => {
    // One hour is left at eight in the evening; two more from seven in the morning.
    expect(offerDeadline(at(20), far)).toBe(at(9, 1));
  });

  test('at night nobody is asked', () => {
    for (const clock of [21, 23, 0, 6.9]) expect(offerDeadline(at(clock), far)).toBeUndefined();
  });

  test('never in the quiet hours, never in the past, never too late to book', () => {
    const place = fc.record({
      start: moment,
      bookUntil: fc.oneof(moment, fc.constant(Number.MAX_SAFE_INTEGER)),
    });
    fc.assert(
      fc.property(moment, place, (now, wanted) => {
        const until = offerDeadline(now, wanted);
        if (until === undefined) return;
        expect(isQuiet(now) || isQuiet(until)).toBe(false);
        expect(until - now).toBeGreaterThanOrEqual(limits.offerLeastMinutes * minuteMs);
        expect(until).toBeLessThanOrEqual(wanted.bookUntil);
        expect(until).toBeLessThanOrEqual(wanted.start - limits.minimumNoticeMinutes * minuteMs);
      }),
    );
  });

  test('the time to answer is the same at any hour, when the night is not counted', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const until = offerDeadline(now, far);
        if (until === undefined) return;
        const night = (24 - limits.quietFromHour + limits.quietToHour) * hourMs;
        const nights = partsOf(now).date === partsOf(until).date ? 0 : 1;
        expect(until - now - nights * night).toBe(limits.offerMinutes * minuteMs);
      }),
    );
  });
});

test('the parts of a day begin at noon and at six', () => {
  const parts = [9, 11.9, 12, 17.9, 18, 20].map((clock) => dayPartOf(at(clock)));
  expect(parts).toStrictEqual([
    ...['morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening'],
  ]);
});
