import fc from 'fast-check';
import { limits } from '@contract/limits';
import { addDays, dayMs, dayOf, hourMs, minuteMs, startOfDay } from '@rules/dates';
import {
  dayStrip,
  earliestStart,
  horizonEnd,
  isTakeable,
  isUpcoming,
  overlaps,
  sessionOfSeat,
  slotId,
} from '@rules/slots';

const tuesday = '2026-11-24';
const now = startOfDay(tuesday) + 8 * hourMs;

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

  test('seats of one group session have ids of their own, which name the session', () => {
    expect(slotId('li', now, 1)).not.toBe(slotId('li', now, 2));
    expect(sessionOfSeat(slotId('li_2', now, 12))).toStrictEqual({
      counsellorId: 'li_2',
      start: now,
    });
    expect(sessionOfSeat(slotId('li', now))).toBeUndefined();
  });
});
