import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { readDay } from '../booking/day';
import { findAppointments } from '../booking/appointments';
import { viewWaits } from '../booking/waits';
import { readOwnCircles, viewChild } from '../family/read-children';
import { viewHomeWarmth } from '../family/warmth-view';
import { viewPerson } from './person-view';

/** The first screen in one call: at most two round trips after the caller's. */
export const home = defineAction('account.home', {
  allow: anyone,
  async handle(context) {
    const { caller, database, now } = context;
    const { person } = caller;
    const base = { now, person: viewPerson(caller), children: [], upcoming: [], waits: [] };
    const counsellorId = counsellorOf(caller);
    if (person?.role === 'counsellor' && counsellorId) {
      return { ...base, day: await readDay(context, counsellorId, dayOf(now)) };
    }
    if (!person || person.children.length === 0) return base;
    const [circles, upcoming] = await Promise.all([
      readOwnCircles(database, caller),
      findAppointments(database, caller, { when: 'upcoming', now }),
    ]);
    return {
      ...base,
      children: circles.map(({ child, me }) => viewChild(child, me)),
      upcoming: upcoming.slice(0, 3),
      waits: viewWaits(
        circles.map(({ child }) => child),
        now,
      ).slice(0, 3),
      warmth: circles.flatMap(({ child, me }) => viewHomeWarmth(child, me, now) ?? []),
    };
  },
});
