import * as v from 'valibot';
import type { Appointment, NextStep } from '@contract/appointment';
import { WorrySchema } from '@contract/enums';
import { limits } from '@contract/limits';
import { VoiceSchema } from '@contract/shapes';
import { familyMay, isLiving, livingStates } from '@rules/appointment-states';
import { dayMs, hourMs } from '@rules/dates';
import { asksWhoComes } from '@rules/push-reminders';
import { wholePage } from '@rules/whole-page';
import type { Caller } from '../../platform/caller';
import { appointments, type AppointmentDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt, encrypt } from '../../platform/field-encryption';
import { openOutcome } from './outcome';

const DetailsSchema = v.object({
  nickname: v.string(),
  /** The second child of the visit. */
  sibling: v.optional(v.string()),
  worries: v.array(WorrySchema),
  voice: v.optional(VoiceSchema),
});
export type Details = v.InferOutput<typeof DetailsSchema>;

const placeOf = (id: string) => ({ collection: appointments.name, id, field: 'details' });

export function sealDetails(id: string, details: Details): string {
  return encrypt(placeOf(id), JSON.stringify(details));
}

export function openDetails(appointment: AppointmentDocument): Details {
  const text = decrypt(placeOf(appointment._id), appointment.details);
  return v.parse(DetailsSchema, JSON.parse(text));
}

/** An appointment as `viewer` sees it: what the counsellor noted is not in it, the next step is. */
export function viewAppointment(
  appointment: AppointmentDocument,
  { now, viewer }: { now: number; viewer: string },
): Appointment {
  const { nickname, sibling, worries, voice } = openDetails(appointment);
  const { siblingId, consentUntil, reason, changedBy } = appointment;
  return {
    id: appointment._id,
    childId: appointment.childId,
    nickname,
    sibling: siblingId === null ? undefined : { childId: siblingId, nickname: sibling ?? '' },
    start: appointment.start,
    end: appointment.end,
    kind: appointment.kind,
    placeName: appointment.placeName,
    serviceId: appointment.serviceId,
    counsellorId: appointment.counsellorId,
    counsellorName: appointment.counsellorName,
    languages: appointment.languages,
    cost: appointment.cost,
    bring: appointment.bring,
    state: appointment.state,
    consentUntil: consentUntil ?? undefined,
    worries,
    voiceSeconds: voice?.seconds,
    joiners: appointment.joiners.map(({ openid, relation }) => ({
      relation,
      me: openid === viewer,
    })),
    group: appointment.group,
    reason: reason ?? undefined,
    changedBy: changedBy ?? undefined,
    next: viewNext(appointment),
    confirmed: isConfirmed(appointment),
    canConfirm: asksWhoComes(appointment, now) && !isConfirmed(appointment),
    ...familyMay(appointment, now),
  };
}

const isConfirmed = ({ confirmedAt }: AppointmentDocument) => confirmedAt != null;

/** The next step with how a referral stands by now. */
export function viewNext(appointment: AppointmentDocument): NextStep | undefined {
  const next = openOutcome(appointment)?.next;
  if (next?.kind !== 'referral') return next;
  return { ...next, state: appointment.referral ?? next.state };
}

/** What a new appointment knows nothing of yet. */
export const newAppointment: Pick<
  AppointmentDocument,
  | 'state'
  | 'siblingId'
  | 'group'
  | 'urgency'
  | 'consentUntil'
  | 'joiners'
  | 'reason'
  | 'changedBy'
  | 'referral'
  | 'outcome'
  | 'visitNumber'
> = {
  state: 'booked',
  siblingId: null,
  group: false,
  urgency: 'routine',
  consentUntil: null,
  joiners: [],
  reason: null,
  changedBy: null,
  referral: null,
  outcome: null,
  visitNumber: 1,
};

/**
 * Appointments of the caller's children, also those they come along to. `upcoming` begins with the
 * soonest and leaves out what is over; `past` begins with the latest and shows everything, `all`
 * with the last to come. One round trip.
 */
export async function findAppointments(
  database: Database,
  caller: Caller,
  question: { when: 'upcoming' | 'past' | 'all'; now: number; before?: number | undefined },
): Promise<Appointment[]> {
  const ids = caller.person?.children.map((child) => child.id) ?? [];
  if (ids.length === 0) return [];
  // All that can be to come, also of somebody who acts for many families.
  const upcomingAtMost = ids.length * limits.upcomingPerChild;
  const { now, before = Number.MAX_SAFE_INTEGER } = question;
  const upcoming = question.when === 'upcoming';
  // A visit that has just begun is still "the next one": the family may be on its way.
  const edge = now - hourMs;
  // Who came early may be done before the hour that was agreed.
  const until = question.when === 'all' ? before : Math.min(before, now + dayMs);
  const which = {
    start: upcoming ? command.gte(edge) : command.lt(until),
    ...(upcoming ? { state: command.in([...livingStates]) } : {}),
  };
  const found = await database.find(appointments, {
    where: command.or([
      { childId: command.in(ids), ...which },
      { siblingId: command.in(ids), ...which },
    ]),
    order: [['start', upcoming ? 'asc' : 'desc']],
    // Of the past, one more than a page shows, and what is not past yet although it has begun.
    limit: upcoming ? upcomingAtMost : limits.pageSize + 1 + (until > edge ? upcomingAtMost : 0),
  });
  const isPast = ({ state, start }: AppointmentDocument) =>
    isLiving(state) ? start < edge : start <= now || state === 'done';
  const shown =
    question.when === 'past'
      ? found.filter(isPast).slice(0, limits.pageSize + 1)
      : found.slice(0, upcoming ? upcomingAtMost : limits.pageSize + 1);
  return shown.map((appointment) => viewAppointment(appointment, { now, viewer: caller.openid }));
}

/** As many as a page shows; the next one goes on before the last one's beginning. */
export const firstPage = (found: Appointment[]): Appointment[] =>
  wholePage(found, limits.pageSize, ({ start }) => start);
