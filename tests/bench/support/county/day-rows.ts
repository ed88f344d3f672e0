import { dayMs, hourMs, startOfDay } from '@rules/dates';
import type {
  AlertDocument,
  AppointmentDocument,
  DocumentOf,
  events,
  MessageDocument,
  searches,
  WaitlistDocument,
} from '../../../../cloudfunctions/platform/collections';
import { county } from '../../../functions/support/documents';

/** A child of the bench, and where it lives. */
export interface BenchChild {
  id: string;
  openid: string;
  township: string;
  schoolId: string;
}

/** What a day leaves behind in the county's documents, as the areas write it. */
export interface DayRows {
  appointments: AppointmentDocument[];
  waitlist: WaitlistDocument[];
  messages: MessageDocument[];
  events: DocumentOf<typeof events>[];
  searches: DocumentOf<typeof searches>[];
  alerts: AlertDocument[];
}

/** Of a hundred children, on a day. */
const perHundred = { booked: 0.5, cancelled: 0.05, waits: 0.25, asks: 2, events: 5, searches: 0.3 };
const alertsPerHundred = 0.01;
const nothing = 'e1.k1.none.none.none';

/** The same days at every run. */
export function rowsOfDay(
  day: string,
  children: readonly BenchChild[],
  random: () => number,
): DayRows {
  const midnight = startOfDay(day);
  const some = (share: number) => {
    const count = Math.floor((children.length * share) / 100 + random());
    return Array.from({ length: count }, (_, number) => {
      const child = children[Math.floor(random() * children.length)];
      if (!child) throw new Error('the county has no children');
      return { child, at: midnight + 7 * hourMs + Math.floor(random() * 12 * hourMs), number };
    });
  };
  const id = (kind: string, number: number) => `bench-${kind}-${day}-${number}`;
  return {
    appointments: [
      ...some(perHundred.booked).map(({ child, at, number }) =>
        appointment(id('visit', number), child, at),
      ),
      ...some(perHundred.cancelled).map(({ child, at, number }) => ({
        ...appointment(id('given-up', number), child, at),
        ...{ state: 'cancelled' as const, cancelledAt: at, reason: 'farAway' as const },
        changedBy: 'family' as const,
      })),
    ],
    waitlist: some(perHundred.waits).map(({ child, at, number }) =>
      wait(id('wait', number), child, at, Math.floor(1 + random() * 25)),
    ),
    messages: some(perHundred.asks).flatMap(({ child, at, number }) => [
      message(id('ask', number), child, at, 'family'),
      message(id('answer', number), child, at + Math.floor(random() * 9 * hourMs), 'staff', at),
    ]),
    events: some(perHundred.events).map(({ child, at, number }) => ({
      ...{ _id: `${child.openid}_${day}-${number}`, action: 'family.recordMood', at },
      ...{ digest: 'd', answer: nothing },
    })),
    searches: [
      ...new Map(some(perHundred.searches).map((one) => [one.child.id, one])).values(),
    ].map(({ child: { id: _id, township, schoolId }, at }) => ({ _id, township, schoolId, at })),
    alerts: some(alertsPerHundred).map(({ child, at, number }) =>
      alert(id('alert', number), child, at),
    ),
  };
}

function appointment(_id: string, child: BenchChild, at: number): AppointmentDocument {
  const start = at + 3 * dayMs;
  return {
    ...{ _id, childId: child.id, counsellorId: 'counsellor-one', slotId: `slot-${_id}` },
    ...{ serviceId: 'service-one', start, end: start + 40 * 60_000, kind: 'phone' },
    ...{ placeName: '谈心室', counsellorName: '李老师', languages: [], cost: '免费', bring: '' },
    ...{ bookedBy: child.openid, bookedAt: at, state: 'done', siblingId: null, group: false },
    ...{ urgency: 'routine', consentUntil: null, joiners: [], reason: null, changedBy: null },
    ...{ referral: null, visitNumber: 1, details: nothing, outcome: null },
  };
}

function wait(_id: string, child: BenchChild, since: number, days: number): WaitlistDocument {
  const first = days % 2 === 0;
  return {
    ...{ _id, county, childId: child.id, siblingId: null, by: child.openid, reach: [] },
    wish: { kinds: ['phone'], parts: ['evening'], until: '2030-01-01' },
    ...{ state: 'booked', since, urgency: 'routine', urgencyBy: null, urgencyAt: null },
    ...{ reviews: [], reviewAskedAt: null, first, rank: -since, offer: null, declined: [] },
    ...{ settledAt: since + days * dayMs, lookAt: null, details: nothing, phone: null },
  };
}

function message(
  _id: string,
  child: BenchChild,
  at: number,
  side: 'family' | 'staff',
  waited?: number,
): MessageDocument {
  return {
    ...{ _id, threadId: child.id, childId: child.id, seq: at, line: 'all', meant: 'all' },
    ...{ shown: true, by: side === 'staff' ? 'wx-teacher' : child.openid, member: 'A'.repeat(24) },
    ...{ side, kind: 'text', state: 'sent', file: null, body: nothing, at },
    ...(waited === undefined ? {} : { waited }),
  };
}

function alert(_id: string, child: BenchChild, at: number): AlertDocument {
  return {
    ...{ _id, source: 'message', ref: _id, reason: 'words', level: 'S2', state: 'closed' },
    ...{ open: false, childId: child.id, county, township: child.township, by: '' },
    ...{ keptFrom: [], at, lastAt: at, order: 0, acceptBy: at + hourMs, raisedTo: 'duty' },
    ...{ told: [], acceptedBy: null, acceptedAt: at + hourMs / 2, holder: null, followUpAt: null },
    ...{ reported: false, resolvedBy: null, closedAt: at + dayMs, legalHold: false },
    ...{ evidence: nothing, files: [], thread: null, rules: [], steps: 0, head: '' },
  };
}
