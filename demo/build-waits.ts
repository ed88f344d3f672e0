import { sealAway } from '../cloudfunctions/areas/family/circle';
import { settledAs } from '../cloudfunctions/areas/booking/settle-wait';
import {
  changeOfWaits,
  sealRequest,
  sealRequestPhone,
  waitlistIdOf,
} from '../cloudfunctions/areas/booking/waits';
import { limits } from '../cloudfunctions/contract/limits';
import type { Urgency } from '../cloudfunctions/contract/enums';
import type { Wish } from '../cloudfunctions/contract/wait';
import type { WaitlistDocument, WaitOfChild } from '../cloudfunctions/platform/collections';
import { addDays, dayMs, dayOf, hourMs } from '../cloudfunctions/rules/dates';
import { defaultPriority, reviewed } from '../cloudfunctions/rules/priority';
import { countyOf, reachOfChild } from '../cloudfunctions/rules/reach';
import { counsellorOpenid } from './people';
import { treeId } from './families/demonstration';
import { between, shuffled } from './random';
import { amounts, type Size } from './size';
import { someWorries, type Booker } from './visits';

interface Question {
  bookers: readonly Booker[];
  now: number;
  size: Size;
  random: () => number;
}

const parentsAway = { who: 'both', span: 'overHalfYear' } as const;

/**
 * Who waits: families who can only come in the evening, when nobody of the demonstration works, so
 * that the list stays as it is while the job offers places. And requests of the last months that
 * came to a visit, from which the published medians are.
 */
export function buildWaits({ bookers, now, size, random }: Question): WaitlistDocument[] {
  const { waiting, settledWaits } = amounts[size];
  // 小树 is left to whoever tries the preview.
  const others = shuffled(
    random,
    bookers.filter(({ child }) => child.id !== treeId),
  );
  const open = Array.from({ length: waiting }, (_, index) => {
    const booker = others[index % others.length];
    const full = Math.floor(index / others.length) >= limits.waitsPerChild;
    if (!booker || full) throw new Error('more requests than the families of the county may have');
    return wait(booker, { index, now, random });
  });
  const settled = Array.from({ length: settledWaits }, (_, index) => {
    const booker = others[(index + waiting) % others.length];
    if (!booker) throw new Error('nobody waits');
    return settledWait(booker, { index, now, random });
  });
  return [...open, ...settled];
}

interface Turn {
  index: number;
  now: number;
  random: () => number;
}

/** As areas/booking/join-waitlist.ts writes it, on the child as well. */
function wait(booker: Booker, { index, now, random }: Turn): WaitlistDocument {
  const { child, kept } = booker;
  // The first of the list has been there longest; no two began in the same moment.
  const since = now - between(random, 1, 30) * dayMs - index * 1000;
  const away = index % 2 === 0 ? parentsAway : undefined;
  if (away) kept.away = sealAway(child.id, { ...away, saidAt: since });
  const urgency = urgencyOf(index);
  const wish: Wish = {
    ...{ kinds: ['phone', 'wechat'], parts: ['evening'] },
    until: addDays(dayOf(now), between(random, 20, limits.waitDays)),
  };
  const reviewAsked = index % 5 === 3;
  const request = requestOf(booker, { since, wish, urgency, away, random });
  const entry: WaitOfChild = {
    ...{ waitlistId: request._id, siblingId: null, state: 'waiting', wish, since, urgency },
    ...{ reviewAsked, offer: null },
  };
  const waits = [...(kept.waits ?? []), entry];
  const { waiting } = changeOfWaits(kept, waits, { [request._id]: { worries: request.worries } });
  kept.waits = waits;
  kept.waiting = typeof waiting === 'string' ? waiting : null;
  kept.rev += 1;
  const { worries: _worries, ...document } = request;
  const looked = now - between(random, 2, 40) * hourMs;
  return {
    ...document,
    reviewAskedAt: reviewAsked ? now - 2 * hourMs : null,
    ...(urgency === 'routine'
      ? {}
      : {
          ...{ urgencyBy: counsellorOpenid, urgencyAt: looked },
          reviews: [{ by: counsellorOpenid, at: looked, urgency }],
        }),
  };
}

/** One that came to a visit, some days after it was begun. */
function settledWait(booker: Booker, { index, now, random }: Turn): WaitlistDocument {
  const away = index % 2 === 0 ? parentsAway : undefined;
  const settledAt = now - between(random, 1, 80) * dayMs - index * 1000;
  const since = settledAt - between(random, away ? 1 : 3, away ? 9 : 18) * dayMs;
  const wish: Wish = { kinds: ['clinic'], parts: ['morning'], until: dayOf(settledAt) };
  const request = requestOf(booker, { since, wish, urgency: 'routine', away, random });
  const { worries: _worries, ...document } = request;
  return { ...document, ...settledAs(document._id, 'booked', settledAt) };
}

function urgencyOf(index: number): Urgency {
  if (index % 12 === 1) return 'urgent';
  return index % 4 === 2 ? 'soon' : 'routine';
}

function requestOf(
  { child, adult }: Booker,
  about: {
    since: number;
    wish: Wish;
    urgency: Urgency;
    away: typeof parentsAway | undefined;
    random: () => number;
  },
) {
  const { since, wish, urgency, away, random } = about;
  const id = waitlistIdOf(child.id, since);
  const worries = someWorries(random);
  const { nickname, birthYear, birthMonth, schoolName, township } = child;
  const { first, rank } = reviewed({ since, away }, urgency, defaultPriority);
  return {
    ...{ _id: id, county: countyOf(township), childId: child.id, siblingId: null },
    ...{ by: adult.openid, reach: reachOfChild(child), wish, state: 'waiting' as const, since },
    ...{ urgency, urgencyBy: null, urgencyAt: null, reviews: [], reviewAskedAt: null },
    ...{ first, rank, offer: null, declined: [], settledAt: null, lookAt: since },
    details: sealRequest(id, { nickname, birthYear, birthMonth, schoolName, worries }),
    phone: sealRequestPhone(id, adult.phone),
    worries,
  };
}
