import fc from 'fast-check';
import { limits } from '@contract/limits';
import { addDays, dayMs, dayOf, hourMs, minuteMs, startOfDay, weekdayOf } from '@rules/dates';
import {
  dayStrip,
  earliestStart,
  horizonEnd,
  isTakeable,
  isUpcoming,
  overlaps,
  sessionsOfDay,
  slotId,
} from '@rules/slots';

const tuesday = '2026-11-24';
const now = startOfDay(tuesday) + 8 * hourMs;

const length = fc.record({
  sessionMinutes: fc.integer({ min: 10, max: 120 }),
  bufferMinutes: fc.integer({ min: 0, max: 60 }),
});
const span = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 24 * 60 }),
    minutes: fc.integer({ min: 0, max: 12 * 60 }),
  })
  .map(({ weekday, from, minutes }) => ({ weekday, from, to: Math.min(from + minutes, 24 * 60) }));

describe('the sessions of a day', () => {
  test('follow one another with the buffer between, as long as a whole one fits', () => {
    const spans = [{ weekday: 2, from: 9 * 60, to: 11 * 60 }];
    const sessions = sessionsOfDay(tuesday, spans, { sessionMinutes: 40, bufferMinutes: 10 });
    const clocks = sessions.map(({ start }) => (start - startOfDay(tuesday)) / minuteMs);
    // The second one ends at 10:30; a third would end at 11:20.
    expect(clocks).toStrictEqual([9 * 60, 9 * 60 + 50]);
  });

  test('one that ends exactly with the span fits', () => {
    const spans = [{ weekday: 2, from: 9 * 60, to: 9 * 60 + 40 }];
    const sessions = sessionsOfDay(tuesday, spans, { sessionMinutes: 40, bufferMinutes: 10 });
    expect(sessions).toHaveLength(1);
  });

  test('are only those of its weekday', () => {
    const spans = [{ weekday: 3, from: 9 * 60, to: 11 * 60 }];
    expect(sessionsOfDay(tuesday, spans, { sessionMinutes: 40, bufferMinutes: 0 })).toEqual([]);
  });

  test('of one span never overlap, keep the buffer, and lie within it', () => {
    fc.assert(
      fc.property(span, length, (one, { sessionMinutes, bufferMinutes }) => {
        const day = addDays('2026-11-22', one.weekday);
        expect(weekdayOf(day)).toBe(one.weekday);
        const sessions = sessionsOfDay(day, [one], { sessionMinutes, bufferMinutes });
        for (const [at, session] of sessions.entries()) {
          expect(session.end - session.start).toBe(sessionMinutes * minuteMs);
          expect(session.start).toBeGreaterThanOrEqual(startOfDay(day) + one.from * minuteMs);
          expect(session.end).toBeLessThanOrEqual(startOfDay(day) + one.to * minuteMs);
          const next = sessions[at + 1];
          if (next) expect(next.start - session.end).toBe(bufferMinutes * minuteMs);
        }
        // Nothing is left over that another session would fit into.
        const last = sessions.at(-1);
        const left = last
          ? startOfDay(day) + one.to * minuteMs - last.end - bufferMinutes * minuteMs
          : (one.to - one.from) * minuteMs;
        expect(left).toBeLessThan(sessionMinutes * minuteMs);
      }),
    );
  });
});

describe('two intervals', () => {
  const interval = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 100 }))
    .map(([start, long]) => ({ start, end: start + long }));

  test('that only touch do not overlap', () => {
    expect(overlaps({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(false);
    expect(overlaps({ start: 0, end: 11 }, { start: 10, end: 20 })).toBe(true);
    expect(overlaps({ start: 0, end: 30 }, { start: 10, end: 20 })).toBe(true);
  });

  test('overlap just when some moment lies in both, whichever is named first', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0;
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });
});

describe('whether a place can be taken', () => {
  const held = { state: 'held' as const, heldBy: 'me', heldUntil: now + 1 };

  test('a free one by everybody, a booked one by nobody', () => {
    expect(isTakeable({ state: 'free', heldBy: null, heldUntil: 0 }, 'me', now)).toBe(true);
    expect(isTakeable({ ...held, state: 'booked' }, 'me', now)).toBe(false);
  });

  test('a held one by its holder, and by others from the moment the hold runs out', () => {
    expect(isTakeable(held, 'me', now)).toBe(true);
    expect(isTakeable(held, 'other', now)).toBe(false);
    expect(isTakeable(held, 'other', now + 1)).toBe(true);
  });
});

describe('the strip of days', () => {
  test('has one entry a day of the horizon, with what is free', () => {
    const starts = [now + 2 * hourMs, now + dayMs, now + dayMs + hourMs];
    const strip = dayStrip(now, starts, false);
    expect(strip).toHaveLength(limits.horizonDays);
    expect(strip.slice(0, 3)).toStrictEqual([
      { day: '2026-11-24', state: 'free', free: 1 },
      { day: '2026-11-25', state: 'free', free: 2 },
      { day: '2026-11-26', state: 'none', free: 0 },
    ]);
  });

  test('says "unread" for the days after the last one that was read, if there was more', () => {
    const strip = dayStrip(now, [now + dayMs], true);
    const states = strip.map(({ state }) => state);
    expect(states.slice(0, 3)).toStrictEqual(['none', 'free', 'unread']);
    expect(new Set(states.slice(2))).toStrictEqual(new Set(['unread']));
    expect(dayStrip(now, [], true).some(({ state }) => state === 'unread')).toBe(false);
  });

  test('counts every start once and keeps the days in order', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 13 * 24 * 60 }), { maxLength: 120 });
    fc.assert(
      fc.property(offsets, fc.boolean(), (minutes, cutShort) => {
        const starts = minutes.sort((a, b) => a - b).map((minute) => now + minute * minuteMs);
        const strip = dayStrip(now, starts, cutShort);
        expect(strip.reduce((sum, { free }) => sum + free, 0)).toBe(starts.length);
        const days = strip.map(({ day }) => day);
        expect(days).toStrictEqual([...days].sort());
        for (const { state, free } of strip) expect(free > 0).toBe(state === 'free');
      }),
    );
  });

  test('changes at midnight in Beijing', () => {
    const late = startOfDay('2026-11-25') - 1;
    expect(dayStrip(late, [], false)[0]?.day).toBe('2026-11-24');
    expect(dayStrip(late + 1, [], false)[0]?.day).toBe('2026-11-25');
  });
});

describe('limits in time', () => {
  test('a place can be booked up to an hour before, and two weeks ahead', () => {
    expect(earliestStart(now)).toBe(now + limits.minimumNoticeMinutes * minuteMs);
    expect(dayOf(horizonEnd(now))).toBe(addDays(tuesday, limits.horizonDays));
  });

  test('a visit stays among those to come until an hour after its end', () => {
    expect(isUpcoming({ end: now }, now + hourMs - 1)).toBe(true);
    expect(isUpcoming({ end: now }, now + hourMs)).toBe(false);
  });

  test('the id of a place is its counsellor’s and its minute’s own', () => {
    expect(slotId('li', now)).toBe(slotId('li', now + 1));
    expect(slotId('li', now)).not.toBe(slotId('li', now + minuteMs));
    expect(slotId('li', now)).not.toBe(slotId('yang', now));
    expect(slotId('li', now)).toMatch(/^[\w-]{1,80}$/);
  });
});
