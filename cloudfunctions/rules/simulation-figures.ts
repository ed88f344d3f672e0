import { urgencies, type Urgency } from '@contract/enums';
import { limits } from '@contract/limits';
import type { PrioritySettings } from '@contract/waitlist';
import { dayMs } from './dates';
import { arrivalsOf, seededRandom, type Demand } from './simulated-demand';
import { Simulation, type Course, type Waited } from './simulation';
import { percentile } from './waits';

/** Waits in days, to the visit itself. */
export interface WaitFigures {
  count: number;
  median: number;
  p95: number;
  longest: number;
}

export interface GroupFigures extends WaitFigures {
  /** May use kept places: left behind, or in difficulty. */
  first: boolean;
  urgency: Urgency;
}

export interface Figures {
  all: WaitFigures;
  groups: GroupFigures[];
  places: number;
  used: number;
  /** Of the kept places, the part that nobody had taken until their release. */
  keptUnused: number;
  stillWaiting: number;
  /** Who waited longer than a wish may reach ahead. */
  starved: number;
}

export interface Comparison {
  withRule: Figures;
  without: Figures;
}

export interface Question {
  /** A midnight in Beijing, ms. */
  from: number;
  weeks: number;
  placesAWeek: number;
  demand: Demand;
  settings: PrioritySettings;
  seed: number;
}

/** Places of a week on its working days, as even as whole numbers are. */
export function spreadOverWeek(placesAWeek: number): number[] {
  const workdays = 5;
  const upTo = (day: number) => Math.floor((placesAWeek * day) / workdays);
  return [1, 2, 3, 4, 5, 6, 7].map((day) => (day > workdays ? 0 : upTo(day) - upTo(day - 1)));
}

/** The same people and places with the rule and without it: two courses to run, in parts or at once. */
export function coursesOf(question: Question): { withRule: Simulation; without: Simulation } {
  const { from, weeks, placesAWeek, demand, settings, seed } = question;
  const days = weeks * 7;
  const arrivals = arrivalsOf(demand, { from, days, random: seededRandom(seed) });
  const plan = { from, days, placesByWeekday: spreadOverWeek(placesAWeek), arrivals };
  return {
    withRule: new Simulation({ ...plan, settings }),
    without: new Simulation({ ...plan, settings: undefined }),
  };
}

export function compare(question: Question): Comparison {
  const { withRule, without } = coursesOf(question);
  for (const course of [withRule, without]) course.advance(Infinity);
  return { withRule: figuresOf(withRule.result()), without: figuresOf(without.result()) };
}

/** What people ask of a course: how long whom. */
export function figuresOf(course: Course): Figures {
  const { waited, places, used, kept, keptReleased, stillWaiting } = course;
  const groups = [true, false].flatMap((first) =>
    urgencies.flatMap((urgency) => {
      const group = waited.filter((one) => one.first === first && one.urgency === urgency);
      return group.length === 0 ? [] : [{ first, urgency, ...waitsOf(group) }];
    }),
  );
  const tooLong = limits.waitDays * dayMs;
  return {
    ...{ all: waitsOf(waited), groups, places, used, stillWaiting },
    keptUnused: kept === 0 ? 0 : keptReleased / kept,
    starved: waited.filter(({ since, until }) => until - since > tooLong).length,
  };
}

function waitsOf(waited: readonly Waited[]): WaitFigures {
  const days = waited.map(({ since, until }) => (until - since) / dayMs);
  return {
    count: days.length,
    median: rounded(percentile(days, 0.5)),
    p95: rounded(percentile(days, 0.95)),
    longest: rounded(Math.max(0, ...days)),
  };
}

const rounded = (days: number) => Math.round(days * 10) / 10;
