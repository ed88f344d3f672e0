import type { NextStep } from '../../cloudfunctions/contract/appointment';
import { limits } from '../../cloudfunctions/contract/limits';
import { sealOutcome } from '../../cloudfunctions/areas/booking/outcome';
import { monthOf } from '../../cloudfunctions/areas/booking/tally';
import type {
  AppointmentDocument,
  ChildDocument,
  DocumentOf,
  SlotDocument,
  tallies,
} from '../../cloudfunctions/platform/collections';
import { dayMs, hourMs, minuteMs } from '../../cloudfunctions/rules/dates';
import { serviceEntries } from '../county/services';
import { oneOf } from '../random';

interface County {
  appointments: AppointmentDocument[];
  slots: SlotDocument[];
  kept: ReadonlyMap<string, ChildDocument>;
  now: number;
  random: () => number;
}

const missedShare = 0.08;
export const notes = [
  '话不多，画了一家人。下次接着画。',
  '说了学校里的事，愿意再来。',
  '和奶奶一起聊了睡觉的事，约好早点关灯。',
  '情绪比上次好，笑了几次。',
];

/** What the desk has made of the visits by now: who came, who did not, what follows. */
export function takePlace({ appointments, slots, now, random }: County): void {
  const places = new Map(slots.map((slot) => [slot._id, slot]));
  const referredTo = serviceEntries[0];
  for (const [number, visit] of appointments.entries()) {
    if (visit.state !== 'booked' || visit.start > now) continue;
    const isOver = visit.end <= now;
    if (!isOver) visit.state = 'arrived';
    else if (random() < missedShare) visit.state = 'missed';
    else {
      const referral = number % 15 === 0 && referredTo ? ('suggested' as const) : null;
      visit.state = 'done';
      visit.referral = referral && (number % 30 === 0 ? 'agreed' : referral);
      const next: NextStep =
        visit.referral && referredTo
          ? {
              ...{ kind: 'referral', serviceId: referredTo.id, serviceName: referredTo.name },
              state: visit.referral,
            }
          : number % 3 === 0
            ? { kind: 'followUp', inWeeks: 2 }
            : { kind: 'none' };
      visit.outcome = sealOutcome(visit._id, { note: oneOf(random, notes), next });
    }
    const place = places.get(visit.slotId);
    if (place) place.visitState = visit.state;
  }
}

/** One visit that waits for a parent, who works away and has not answered yet. */
export function awaitOne({ appointments, slots, kept, now }: County, butOf: string): void {
  const visit = appointments.find(({ state, start, childId }) => {
    const parents = kept.get(childId)?.circle.filter(({ standing }) => standing === 'guardian');
    return state === 'booked' && start > now + 2 * dayMs && childId !== butOf && parents?.length;
  });
  const child = visit && kept.get(visit.childId);
  const place = slots.find(({ _id }) => _id === visit?.slotId);
  if (!visit || !child || !place) return;
  visit.state = 'awaitingConsent';
  visit.consentUntil = Math.min(
    visit.bookedAt + limits.consentHours * hourMs,
    visit.start - limits.consentCutOffMinutes * minuteMs,
  );
  // Asked for not long ago.
  if (visit.consentUntil <= now) visit.consentUntil = now + (limits.consentHours / 2) * hourMs;
  place.visitState = 'awaitingConsent';
  child.consents = child.consents.map((consent) =>
    consent.purpose === 'booking'
      ? { ...consent, state: 'pending', by: 'paternalGrandmother', standing: 'caregiver' }
      : consent,
  );
}

/** The counsellors' months, as they would have been counted. */
export function talliesOf(appointments: AppointmentDocument[]): DocumentOf<typeof tallies>[] {
  const months = new Map<string, DocumentOf<typeof tallies>>();
  for (const { counsellorId, start, state, visitNumber, referral } of appointments) {
    if (state !== 'done' && state !== 'missed') continue;
    const month = monthOf(start);
    const _id = `${counsellorId}_${month}`;
    const empty = { _id, counsellorId, month, done: 0, missed: 0, first: 0, referred: 0 };
    const numbers = months.get(_id) ?? empty;
    numbers[state] += 1;
    if (state === 'done' && visitNumber === 1) numbers.first += 1;
    if (referral !== null) numbers.referred += 1;
    months.set(_id, numbers);
  }
  return [...months.values()];
}
