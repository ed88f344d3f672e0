import type { InputOf, OutputOf } from '@contract';
import { limits } from '@contract/limits';
import type { BusySpan, CallPlan, HomeWarmth } from '@contract/warmth';
import { callTimes, lastCall, nextCall, usualAway, usualHome } from '@rules/call-times';
import { addDays, ageAt, dayMs, dayOf } from '@rules/dates';
import { isQuiet } from '@rules/warmth';
import type { ChildDocument } from '../../platform/collections';
import { memberId, type Adult } from './circle';
import { openChild } from './read-children';
import { home, openWarmth, type Plan, type Warmth } from '../../platform/warmth';
import { sideOf } from './family-warmth';

type Calls = OutputOf<'family.showCallPlan'>;
export type CallInput = InputOf<'family.showCallPlan'>;

/** A planned call as the caller sees it; undefined once a single one has gone by. */
export function viewPlan(plan: Plan, mine: boolean, now: number): CallPlan | undefined {
  const { id, weekday, minute, weekly, state, by } = plan;
  const last = state === 'agreed' ? lastCall(plan, now) : undefined;
  const open = last !== undefined && last > plan.noted;
  const ask = open && now - last < limits.callAskDays * dayMs ? last : undefined;
  const next = nextCall(plan, now) ?? ask;
  if (next === undefined) return undefined;
  return { id, weekday, minute, weekly, state, by, mine, next, ask };
}

function viewPlans(warmth: Warmth, me: string, now: number): CallPlan[] {
  return warmth.plans
    .flatMap((plan) => viewPlan(plan, plan.from === me, now) ?? [])
    .sort((a, b) => a.next - b.next);
}

/** Plans that can still come to pass or be asked after: what a write keeps. */
export const livingPlans = (warmth: Warmth, now: number): Plan[] =>
  warmth.plans.filter((plan) => viewPlan(plan, false, now) !== undefined);

/** Calls, free times and what suits both. */
export function viewCalls(child: ChildDocument, me: Adult, warmth: Warmth, now: number): Calls {
  const mine = memberId(child._id, me.openid);
  const side = sideOf(child, me);
  const spansOf = (of: string) => warmth.busy.find((one) => one.of === of)?.spans;
  const athome = spansOf(home);
  // Somebody at home looks for a time with whoever away has said something of their week.
  const away = side === 'away' ? spansOf(mine) : warmth.busy.find(({ of }) => of !== home)?.spans;
  const { nickname, birthYear, birthMonth } = openChild(child);
  const busy: readonly BusySpan[] = side === 'away' ? (away ?? usualAway) : (athome ?? usualHome);
  return {
    ...{ now, nickname, side, busy: [...busy], plans: viewPlans(warmth, mine, now) },
    age: ageAt(now, birthYear, birthMonth),
    assumed: { away: away === undefined, home: athome === undefined },
    times: callTimes([away ?? usualAway, athome ?? usualHome]),
  };
}

const daysAtHome = 7;

/** What the first screen shows of a child; undefined for whoever acts for the family by proxy. */
export function viewHomeWarmth(
  child: ChildDocument,
  me: Adult,
  now: number,
): HomeWarmth | undefined {
  if (me.standing === 'proxy') return undefined;
  const warmth = openWarmth(child);
  const mine = memberId(child._id, me.openid);
  const from = addDays(dayOf(now), 1 - daysAtHome);
  const answer = warmth.answers.filter(({ to }) => to === mine).at(-1);
  const plans = viewPlans(warmth, mine, now);
  // What waits for a word of the caller goes before what is settled.
  const pressing =
    plans.find(({ ask }) => ask !== undefined) ??
    plans.find(({ state, mine: own }) => state === 'proposed' && !own);
  const since = warmth.contactAt ?? child.createdAt;
  return {
    childId: child._id,
    days: warmth.days.filter(({ day }) => day >= from),
    said: warmth.said && warmth.said.day >= from ? warmth.said : undefined,
    waiting: warmth.notes.map(({ by }) => by),
    answer,
    call: pressing ?? plans[0],
    quiet: sideOf(child, me) === 'away' && plans.length === 0 && isQuiet(since, now),
  };
}
