import fc from 'fast-check';
import type { Exception, Hours, HoursPlace } from '@contract/hours';
import { addDays, minuteMs, startOfDay } from '@rules/dates';
import { isWithin, sessionsOf, travelBefore, type Session, type Staying } from '@rules/hours';
import { comesFirst, isReserved, openFromOf } from '@rules/reserved';
import { overlaps } from '@rules/slots';

const tuesday = '2026-11-24';
const none = new Set<string>();
const clock = (hour: number, minute = 0) => hour * 60 + minute;
const at = (minutes: number) => startOfDay(tuesday) + minutes * minuteMs;
/** Minutes from midnight at which sessions begin. */
const starts = (sessions: Session[]) =>
  sessions.map(({ start }) => (start - startOfDay(tuesday)) / minuteMs);

function place(part: Partial<HoursPlace> = {}): HoursPlace {
  return {
    ...{ id: 'room', kind: 'clinic', serviceId: 'service', seats: 1 },
    ...{ sessionMinutes: 40, bufferMinutes: 10 },
    spans: [{ weekday: 2, from: clock(9), to: clock(12) }],
    ...part,
  };
}

function hours(places: HoursPlace[], part: Partial<Hours> = {}): Hours {
  return { places, exceptions: [], noticeMinutes: 60, horizonDays: 14, mostADay: 30, ...part };
}

const staying = (from: number, to: number, part: Partial<Staying> = {}): Staying => ({
  ...{ start: at(from), end: at(to), at: [], travelMinutes: 0 },
  ...part,
});

const arbitrarySpan = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: clock(23) }),
    minutes: fc.integer({ min: 1, max: clock(12) }),
  })
  .map(({ weekday, from, minutes }) => ({
    weekday,
    from,
    to: Math.min(from + minutes, clock(24)),
  }));

const arbitraryPlaces = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'school' as const,
        'clinic' as const,
        'phone' as const,
        'home' as const,
      ),
      sessionMinutes: fc.integer({ min: 10, max: 120 }),
      bufferMinutes: fc.integer({ min: 0, max: 60 }),
      travelMinutes: fc.integer({ min: 0, max: 90 }),
      spans: fc.array(arbitrarySpan, { maxLength: 6 }),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map((one, index) => place({ id: `place-${index}`, ...one })));

const arbitraryHours = fc
  .record({
    places: arbitraryPlaces,
    mostADay: fc.integer({ min: 1, max: 30 }),
    exceptions: fc.array(
      fc.record({
        kind: fc.constantFrom('off' as const, 'extra' as const),
        ahead: fc.integer({ min: 0, max: 6 }),
        placeId: fc.constantFrom('place-0', 'place-1'),
        span: arbitrarySpan,
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ places, mostADay, exceptions }) =>
    hours(places, {
      mostADay,
      exceptions: exceptions.map(({ kind, ahead, placeId, span: { from, to } }): Exception => {
        const day = addDays(tuesday, ahead);
        return kind === 'off' ? { kind, day, from, to } : { kind, day, placeId, from, to };
      }),
    }),
  );

const arbitraryDay = fc.integer({ min: 0, max: 6 }).map((ahead) => addDays(tuesday, ahead));
const arbitraryHolidays = fc.subarray([0, 1, 2, 3].map((ahead) => addDays(tuesday, ahead)));

describe('the sessions of a day', () => {
  test('follow one another with the buffer between, as long as a whole one fits', () => {
    const short = place({ spans: [{ weekday: 2, from: clock(9), to: clock(11) }] });
    expect(starts(sessionsOf(tuesday, hours([short]), none))).toStrictEqual([
      clock(9),
      clock(9, 50),
    ]);
    const exact = place({ spans: [{ weekday: 2, from: clock(9), to: clock(9, 40) }] });
    expect(sessionsOf(tuesday, hours([exact]), none)).toHaveLength(1);
    expect(sessionsOf(addDays(tuesday, 1), hours([exact]), none)).toHaveLength(0);
  });

  test('one day has as many spans as there are', () => {
    const spans = [9, 14, 19].map((hour) => ({
      ...{ weekday: 2, from: clock(hour), to: clock(hour + 1) },
    }));
    expect(starts(sessionsOf(tuesday, hours([place({ spans })]), none))).toStrictEqual([
      ...[clock(9), clock(14), clock(19)],
    ]);
  });

  test('a home visit leaves the way to it free, also between two of them', () => {
    const room = place({ spans: [{ weekday: 2, from: clock(9), to: clock(10) }] });
    const home = place({
      ...{ id: 'home', kind: 'home', travelMinutes: 30 },
      spans: [{ weekday: 2, from: clock(9, 50), to: clock(13) }],
    });
    // The session in the room ends at 9:40: ten minutes are not enough for the first house.
    expect(starts(sessionsOf(tuesday, hours([room, home]), none))).toStrictEqual([
      ...[clock(9), clock(11), clock(12, 10)],
    ]);
  });

  test('part of a day off takes what touches it, and leaves the rest where it was', () => {
    const off: Exception = { kind: 'off', day: tuesday, from: clock(9), to: clock(10) };
    const left = sessionsOf(tuesday, hours([place()], { exceptions: [off] }), none);
    expect(starts(left)).toStrictEqual([clock(10, 40)]);
  });

  test('nobody works on a holiday, but for extra hours', () => {
    const extra: Exception = {
      ...{ kind: 'extra', day: tuesday, placeId: 'room' },
      ...{ from: clock(18), to: clock(19) },
    };
    const week = hours([place()], { exceptions: [extra] });
    expect(starts(sessionsOf(tuesday, week, new Set([tuesday])))).toStrictEqual([clock(18)]);
    expect(sessionsOf(tuesday, week, none)).toHaveLength(4);
  });

  test('the earliest ones count when a day would have too many', () => {
    const week = hours([place()], { mostADay: 2 });
    expect(starts(sessionsOf(tuesday, week, none))).toStrictEqual([clock(9), clock(9, 50)]);
  });

  test('what is booked stays, counts for the day, and nothing touches it', () => {
    const room = place();
    // Booked by older hours, at 9:20: the sessions at 9:00 and at 9:50 would run into it.
    const old = { staying: [staying(clock(9, 20), clock(10), { at: [room] })] };
    expect(starts(sessionsOf(tuesday, hours([room]), none, old))).toStrictEqual([clock(10, 40)]);
    // One that lies where the hours want it is one of them.
    const known = { staying: [staying(clock(9, 50), clock(10, 30), { at: [room] })] };
    expect(starts(sessionsOf(tuesday, hours([room], { mostADay: 2 }), none, known))).toStrictEqual([
      ...[clock(9), clock(9, 50)],
    ]);
  });

  test('a room that somebody else has is left alone', () => {
    const isTaken = ({ start }: Session) => start === at(clock(9));
    const left = sessionsOf(tuesday, hours([place()]), none, { isTaken });
    expect(starts(left)).toStrictEqual([clock(9, 50), clock(10, 40)]);
  });

  test('never overlap, keep buffer and way, stay within spans and limit, whatever the hours', () => {
    fc.assert(
      fc.property(arbitraryHours, arbitraryDay, arbitraryHolidays, (week, day, holidays) => {
        const off = new Set(holidays);
        const sessions = sessionsOf(day, week, off);
        expect(sessions.length).toBeLessThanOrEqual(week.mostADay);
        for (const [index, session] of sessions.entries()) {
          expect(session.end - session.start).toBe(session.place.sessionMinutes * minuteMs);
          expect(isWithin(session, session.place, day, week, off)).toBe(true);
          const next = sessions[index + 1];
          if (!next) continue;
          const gap = Math.max(session.place.bufferMinutes, travelBefore(next.place));
          expect(next.start - session.end).toBeGreaterThanOrEqual(gap * minuteMs);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('never touch what stays', () => {
    const arbitraryStaying = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: clock(22) }),
        minutes: fc.integer({ min: 10, max: 90 }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(arbitraryHours, arbitraryStaying, (week, list) => {
        const kept = list.map(({ from, minutes }) => staying(from, from + minutes));
        const sessions = sessionsOf(tuesday, week, none, { staying: kept });
        for (const session of sessions) {
          expect(kept.some((one) => overlaps(one, session))).toBe(false);
        }
        const distinct = new Set(kept.map(({ start }) => start)).size;
        expect(sessions.length).toBeLessThanOrEqual(Math.max(0, week.mostADay - distinct));
      }),
      { numRuns: 300 },
    );
  });

  test('asked again around themselves they are the same', () => {
    fc.assert(
      fc.property(arbitraryHours, arbitraryDay, (week, day) => {
        const sessions = sessionsOf(day, week, none);
        const kept = sessions.map(({ start, end, place: where }) => ({
          ...{ start, end, at: [where], travelMinutes: travelBefore(where) },
        }));
        expect(sessionsOf(day, week, none, { staying: kept })).toStrictEqual(sessions);
      }),
    );
  });
});

test('a visit lies within the hours wherever it begins in them, and not when a part is off', () => {
  const room = place();
  const week = hours([room]);
  const visit = { start: at(clock(9, 20)), end: at(clock(10)) };
  expect(isWithin(visit, room, tuesday, week, none)).toBe(true);
  expect(isWithin(visit, room, tuesday, week, new Set([tuesday]))).toBe(false);
  const off: Exception = { kind: 'off', day: tuesday, from: clock(9, 50), to: clock(10) };
  expect(isWithin(visit, room, tuesday, hours([room], { exceptions: [off] }), none)).toBe(false);
  expect(isWithin({ ...visit, end: at(clock(12, 10)) }, room, tuesday, week, none)).toBe(false);
});

describe('the reserved share', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const counted = (counsellorId: string, day: string, count: number, part: number) =>
    Array.from({ length: count }, (_, index) => index).filter((index) =>
      isReserved({ counsellorId, day, index }, part),
    ).length;

  test('is kept within one place on every day of every counsellor', () => {
    fc.assert(
      fc.property(
        fc.string(),
        arbitraryDay,
        fc.integer({ min: 0, max: 60 }),
        share,
        (id, day, count, part) => {
          const reserved = counted(id, day, count, part);
          expect(reserved).toBeGreaterThanOrEqual(Math.floor(count * part) - 1e-9);
          expect(reserved).toBeLessThanOrEqual(Math.ceil(count * part) + 1e-9);
        },
      ),
    );
  });

  test('is kept over a year of a county, and does not always fall on the first hour', () => {
    const days = Array.from({ length: 365 }, (_, ahead) => addDays(tuesday, ahead));
    const reserved = days.reduce((sum, day) => sum + counted('li', day, 7, 0.4), 0);
    expect(reserved / (365 * 7)).toBeCloseTo(0.4, 1);
    const first = days.filter((day) => isReserved({ counsellorId: 'li', day, index: 0 }, 0.4));
    expect(first.length / 365).toBeGreaterThan(0.3);
    expect(first.length / 365).toBeLessThan(0.5);
  });

  test('all or nothing when that is asked for', () => {
    expect(counted('li', tuesday, 9, 0)).toBe(0);
    expect(counted('li', tuesday, 9, 1)).toBe(9);
  });

  test('opens for everybody so many hours before', () => {
    const rule = { reservedShare: 0.4, releaseHours: 48 };
    expect(openFromOf(at(clock(9)), true, rule)).toBe(
      startOfDay('2026-11-22') + clock(9) * minuteMs,
    );
    expect(openFromOf(at(clock(9)), false, rule)).toBe(0);
  });

  test('is for children whose parents are both away, or one for more than half a year', () => {
    expect(comesFirst(undefined)).toBe(false);
    expect(comesFirst({ who: 'nobody' })).toBe(false);
    expect(comesFirst({ who: 'father', span: 'underHalfYear' })).toBe(false);
    expect(comesFirst({ who: 'father', span: 'overHalfYear' })).toBe(true);
    expect(comesFirst({ who: 'both', span: 'underHalfYear' })).toBe(true);
  });
});
