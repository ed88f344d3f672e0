import fc from 'fast-check';
import type { urgencies } from '@contract/enums';
import { limits } from '@contract/limits';
import { dayMs, startOfDay } from '@rules/dates';
import { defaultPriority, overtakenForDays } from '@rules/priority';
import { arrivalsOf, seededRandom, usualDemand } from '@rules/simulated-demand';
import { compare, coursesOf, spreadOverWeek, type Question } from '@rules/simulation-figures';
import { Simulation } from '@rules/simulation';
import { medianDays, percentile } from '@rules/waits';

const from = startOfDay('2026-01-05');
const question = (part: Partial<Question> = {}): Question => ({
  ...{ from, weeks: 12, placesAWeek: 60, demand: { ...usualDemand, requestsAWeek: 75 } },
  ...{ settings: defaultPriority, seed: 1 },
  ...part,
});
const seeds = fc.integer({ min: 1, max: 1e9 });

describe('a county on paper', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(compare(question())).toStrictEqual(compare(question()));
    expect(compare(question({ seed: 2 }))).not.toStrictEqual(compare(question()));
  });

  test('comes to the same in parts as at once, so that a phone can take its time', () => {
    const whole = coursesOf(question()).withRule;
    whole.advance(Infinity);
    const parts = coursesOf(question()).withRule;
    while (!parts.advance(100));
    expect(parts.result()).toStrictEqual(whole.result());
  });

  test('asks as many people as it says, by day, a part of them left behind', () => {
    const days = 52 * 7;
    const arrivals = arrivalsOf(usualDemand, { from, days, random: seededRandom(7) });
    expect(arrivals.length / 52 / usualDemand.requestsAWeek).toBeCloseTo(1, 1);
    const leftBehind = arrivals.filter((one) => one.leftBehind).length / arrivals.length;
    expect(leftBehind).toBeCloseTo(usualDemand.leftBehindShare, 1);
    const hours = arrivals.map(({ at }) => ((at - from) % dayMs) / 3_600_000);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(limits.quietToHour);
    expect(Math.max(...hours)).toBeLessThan(limits.quietFromHour);
  });

  test('gives as many places as it says, on working days', () => {
    for (const places of [0, 1, 4, 60, 121]) {
      const week = spreadOverWeek(places);
      expect(week.reduce((sum, day) => sum + day, 0)).toBe(places);
      expect(week.slice(5)).toStrictEqual([0, 0]);
    }
  });

  test('loses nobody and sells nothing twice', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const asked = question({ seed, weeks: 4 });
        const { demand, weeks } = asked;
        const days = weeks * 7;
        const arrivals = arrivalsOf(demand, { from, days, random: seededRandom(seed) });
        const { withRule } = coursesOf(asked);
        withRule.advance(Infinity);
        const { waited, places, used } = withRule.result();
        const gone = arrivals.filter(({ cancels }) => cancels).length;
        expect(waited.length).toBeLessThanOrEqual(arrivals.length);
        expect(waited.length).toBeGreaterThanOrEqual(arrivals.length - gone);
        expect(used).toBeLessThanOrEqual(places);
        const starts = waited.filter(({ seen }) => seen).length;
        expect(starts).toBeLessThanOrEqual(places);
      }),
      { numRuns: 15 },
    );
  });

  test('what is kept and never released goes to no other, not one place', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const settings = { ...defaultPriority, reservedShare: 1, releaseHours: 0 };
        const { withRule } = coursesOf(question({ seed, weeks: 3, settings }));
        withRule.advance(Infinity);
        const others = withRule.result().waited.filter(({ first }) => !first);
        expect(others.length).toBeGreaterThan(0);
        expect(others.filter(({ seen }) => seen)).toHaveLength(0);
      }),
      { numRuns: 10 },
    );
  });

  test('without points and kept places the rule is: first come', () => {
    const nothing = { reservedShare: 0, soonPoints: 0, urgentPoints: 0, firstPoints: 0 };
    const { withRule, without } = compare(
      question({ settings: { ...defaultPriority, ...nothing } }),
    );
    expect(withRule).toStrictEqual(without);
  });

  test('where there are too few places, the rule brings those forward whom a person calls urgent', () => {
    const { withRule, without } = compare(question({ weeks: 26 }));
    const median = (figures: typeof withRule, urgency: (typeof urgencies)[number]) =>
      figures.groups.find((one) => one.first && one.urgency === urgency)?.median ?? 0;
    expect(median(withRule, 'urgent')).toBeLessThan(median(without, 'urgent'));
    expect(median(withRule, 'urgent')).toBeLessThan(median(withRule, 'routine'));
  });

  test('nobody starves in a year that has room for everybody, whatever is set', () => {
    const settings = fc.record({
      reservedShare: fc.double({ min: 0, max: 1, noNaN: true }),
      // At least a day before: else what is kept is for nobody else.
      releaseHours: fc.integer({ min: 24, max: 14 * 24 }),
      soonPoints: fc.integer({ min: 0, max: 1000 }),
      urgentPoints: fc.integer({ min: 0, max: 1000 }),
      firstPoints: fc.integer({ min: 0, max: 1000 }),
      pointsPerDay: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(settings, seeds, (rule, seed) => {
        const demand = { ...usualDemand, requestsAWeek: 20 };
        const year = { weeks: 52, placesAWeek: 24, demand, settings: rule, seed };
        expect(compare({ from, ...year }).withRule.starved).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test('in a year that has not, nobody waits longer than first come and the reach of the points', () => {
    const demand = { ...usualDemand, requestsAWeek: 30 };
    for (const seed of [1, 2, 3, 4]) {
      const year = { from, weeks: 52, placesAWeek: 24, demand, settings: defaultPriority, seed };
      const { withRule, without } = compare(year);
      const reach = overtakenForDays(defaultPriority) + limits.horizonDays;
      expect(withRule.all.longest).toBeLessThan(without.all.longest + reach);
    }
  });

  test('a day without places and a county without requests are no trouble', () => {
    const none = { ...usualDemand, requestsAWeek: 0 };
    expect(compare(question({ demand: none })).withRule.all.count).toBe(0);
    const { withRule } = compare(question({ placesAWeek: 0, weeks: 1 }));
    expect(withRule.used).toBe(0);
    const plan = { from, days: 0, placesByWeekday: [], arrivals: [], settings: undefined };
    expect(new Simulation(plan).advance(10)).toBe(true);
  });
});

describe('figures of waits', () => {
  test('the percentile is a value that so many do not exceed', () => {
    const values = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1 });
    const parts = fc.constantFrom(0.5, 0.95, 1);
    fc.assert(
      fc.property(values, parts, (list, part) => {
        const value = percentile(list, part);
        expect(list).toContain(value);
        const below = list.filter((one) => one <= value).length;
        expect(below / list.length).toBeGreaterThanOrEqual(part);
        expect(list.filter((one) => one < value).length / list.length).toBeLessThan(part);
      }),
    );
  });

  test('below ten there is no median, so that nobody is singled out', () => {
    const waits = Array.from({ length: 10 }, (_, days) => ({ since: 0, settledAt: days * dayMs }));
    expect(medianDays(waits)).toBe(4);
    expect(medianDays(waits.slice(1))).toBeUndefined();
  });
});
