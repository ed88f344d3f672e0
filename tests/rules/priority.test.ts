import fc from 'fast-check';
import { awaySpans, urgencies } from '@contract/enums';
import { dayMs, hourMs } from '@rules/dates';
import {
  byRank,
  defaultPriority,
  isOpenTo,
  mayUseReserved,
  overtakenForDays,
  pointsOf,
  rankOf,
  reviewed,
  scoreAt,
  type Standing,
} from '@rules/priority';
import { openFromOf } from '@rules/reserved';

const now = 1_795_000_000_000;
const points = fc.integer({ min: 0, max: 1000 });
const settingsOf = fc.record({
  reservedShare: fc.double({ min: 0, max: 1, noNaN: true }),
  releaseHours: fc.integer({ min: 0, max: 14 * 24 }),
  soonPoints: points,
  urgentPoints: points,
  firstPoints: points,
  pointsPerDay: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10),
});
const standing: fc.Arbitrary<Standing> = fc.record({
  urgency: fc.constantFrom(...urgencies),
  first: fc.boolean(),
  since: fc.integer({ min: now - 400 * dayMs, max: now }),
});
const moment = fc.integer({ min: now, max: now + 400 * dayMs });

describe('who may use kept places', () => {
  test('left behind by what the family said: both parents away, or one for over half a year', () => {
    const leftBehind = (['both', 'mother', 'father'] as const).flatMap((who) =>
      awaySpans
        .filter((span) => mayUseReserved({ away: { who, span }, urgency: 'routine' }))
        .map((span) => `${who} ${span}`),
    );
    expect(leftBehind).toStrictEqual([
      'both underHalfYear',
      'both overHalfYear',
      'mother overHalfYear',
      'father overHalfYear',
    ]);
  });

  test('nobody away, or nobody said: only whom a person has set an urgency for', () => {
    for (const away of [undefined, { who: 'nobody' as const }]) {
      const entitled = urgencies.filter((urgency) => mayUseReserved({ away, urgency }));
      expect(entitled).toStrictEqual(['soon', 'urgent']);
    }
  });

  test('a kept place is never for another before its release, and for everybody after it', () => {
    fc.assert(
      fc.property(settingsOf, moment, moment, (settings, start, at) => {
        const place = { openFrom: openFromOf(start, true, settings) };
        expect(isOpenTo(place, true, at)).toBe(true);
        expect(isOpenTo(place, false, at)).toBe(at >= start - settings.releaseHours * hourMs);
      }),
    );
  });

  test('a place that is not kept is for everybody at any time', () => {
    const place = { openFrom: openFromOf(now, false, defaultPriority) };
    expect(isOpenTo(place, false, 0)).toBe(true);
  });
});

describe('the order of those who wait', () => {
  test('the stored rank gives the order of the scores at any moment', () => {
    fc.assert(
      fc.property(settingsOf, standing, standing, moment, (settings, a, b, at) => {
        const byScore = scoreAt(a, at, settings) - scoreAt(b, at, settings);
        const byStored = rankOf(a, settings) - rankOf(b, settings);
        // A rank is a whole number of milliseconds, so less than that may be lost.
        const msApart = (byScore * dayMs) / settings.pointsPerDay;
        expect(Math.abs(msApart - byStored)).toBeLessThan(1.5);
      }),
    );
  });

  test('is total and does not depend on who was asked for first', () => {
    const entries = fc.array(fc.record({ rank: fc.integer({ min: 0, max: 5 }), id: fc.uuid() }));
    fc.assert(
      fc.property(entries, (list) => {
        const order = [...list].sort(byRank);
        expect([...list].reverse().sort(byRank)).toStrictEqual(order);
        order.slice(1).forEach((later, index) => {
          const earlier = order[index];
          expect(earlier && byRank(earlier, later)).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  test('nobody’s position gets worse by waiting: time alone changes no order', () => {
    fc.assert(
      fc.property(settingsOf, standing, standing, moment, moment, (settings, a, b, one, other) => {
        fc.pre(rankOf(a, settings) > rankOf(b, settings) + 1);
        for (const at of [one, other]) {
          expect(scoreAt(a, at, settings)).toBeGreaterThan(scoreAt(b, at, settings));
        }
      }),
    );
  });

  test('of equals, whoever came first is first', () => {
    fc.assert(
      fc.property(
        settingsOf,
        standing,
        fc.integer({ min: 1, max: dayMs }),
        (settings, a, later) => {
          const b = { ...a, since: a.since + later };
          expect(rankOf(a, settings)).toBeGreaterThan(rankOf(b, settings));
        },
      ),
    );
  });

  test('waiting outweighs everything: after so many days nobody who joins can come before', () => {
    fc.assert(
      fc.property(settingsOf, standing, standing, (settings, waiting, joining) => {
        const bound = Math.ceil(overtakenForDays(settings) * dayMs) + 1;
        const late = { ...joining, since: waiting.since + bound };
        expect(rankOf(waiting, settings)).toBeGreaterThan(rankOf(late, settings));
      }),
    );
  });

  test('with the numbers as they are, that is about two months', () => {
    expect(overtakenForDays(defaultPriority)).toBe(67);
  });

  test('urgency counts for more than standing, and standing for more than nothing', () => {
    const of = (urgency: Standing['urgency'], first: boolean) =>
      pointsOf({ urgency, first }, defaultPriority);
    expect(of('urgent', false)).toBeGreaterThan(of('soon', true));
    expect(of('soon', false)).toBeGreaterThan(of('routine', true));
    expect(of('routine', true)).toBeGreaterThan(of('routine', false));
  });
});

describe('another look', () => {
  test('a higher urgency moves forward and opens kept places; the time of joining stays', () => {
    fc.assert(
      fc.property(standing, ({ since }) => {
        const before = reviewed({ since, away: undefined }, 'routine', defaultPriority);
        const after = reviewed({ since, away: undefined }, 'urgent', defaultPriority);
        expect([before.first, after.first]).toStrictEqual([false, true]);
        expect(after.rank).toBeGreaterThan(before.rank);
        expect(after.since).toBe(since);
      }),
    );
  });

  test('an urgency that is taken back leaves what the family’s own standing gives', () => {
    const away = { who: 'both' as const };
    const request = { since: now, away };
    expect(reviewed(request, 'routine', defaultPriority).first).toBe(true);
    expect(reviewed({ ...request, away: undefined }, 'routine', defaultPriority).first).toBe(false);
  });
});
