import type { Urgency } from '@contract/enums';
import { dayMs, hourMs } from './dates';

/** A number from 0 to below 1, as `Math.random` gives; seeded, so that a run can be repeated. */
export type Random = () => number;

/** Mulberry32: small and even enough for a simulation; it has no secrets to keep. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Who asks for counselling. Shares are parts of one. */
export interface Demand {
  requestsAWeek: number;
  /** Left behind by what their family says. */
  leftBehindShare: number;
  /** For whom a person sets an urgency. */
  soonShare: number;
  urgentShare: number;
  /** Visits that are given up before they begin, and those nobody comes to. */
  cancelShare: number;
  noShowShare: number;
  /** Offers that are let go or not answered. */
  declineShare: number;
}

/** [M]: plausible for a county, to be replaced by its own figures. */
export const usualDemand: Demand = {
  requestsAWeek: 150,
  leftBehindShare: 0.45,
  soonShare: 0.1,
  urgentShare: 0.03,
  cancelShare: 0.12,
  noShowShare: 0.08,
  declineShare: 0.15,
};

/** Somebody who asks, and what they will do; the same in every variant that is compared. */
export interface Arrival {
  at: number;
  leftBehind: boolean;
  urgency: Urgency;
  cancels: boolean;
  /** When it is given up: a part of the time between booking and visit. */
  cancelsAfter: number;
  misses: boolean;
  /** So many offers are let go first. */
  declines: number;
}

const wakes = 7;
const hoursAwake = 14;

/** The requests of so many days, the earliest first. People ask by day, as offers are made by day. */
export function arrivalsOf(
  demand: Demand,
  { from, days, random }: { from: number; days: number; random: Random },
): Arrival[] {
  const arrivals: Arrival[] = [];
  for (let day = 0; day < days; day += 1) {
    const count = poisson(demand.requestsAWeek / 7, random);
    for (let number = 0; number < count; number += 1) {
      const hour = wakes + random() * hoursAwake;
      arrivals.push(arrival(demand, from + day * dayMs + Math.floor(hour * hourMs), random));
    }
  }
  return arrivals.sort((one, other) => one.at - other.at);
}

function arrival(demand: Demand, at: number, random: Random): Arrival {
  const drawn = random();
  const urgent = drawn < demand.urgentShare;
  const soon = drawn < demand.urgentShare + demand.soonShare;
  let declines = 0;
  while (declines < 5 && random() < demand.declineShare) declines += 1;
  return {
    at,
    leftBehind: random() < demand.leftBehindShare,
    urgency: urgent ? 'urgent' : soon ? 'soon' : 'routine',
    cancels: random() < demand.cancelShare,
    cancelsAfter: random(),
    misses: random() < demand.noShowShare,
    declines,
  };
}

/** Knuth: how many come on a day when so many do on average. */
function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
