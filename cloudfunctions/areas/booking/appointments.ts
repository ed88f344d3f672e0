import * as v from 'valibot';
import type { Appointment } from '@contract/appointment';
import { WorrySchema } from '@contract/enums';
import { limits } from '@contract/limits';
import { VoiceSchema } from '@contract/shapes';
import { hourMs } from '@rules/dates';
import { canCancel } from '@rules/slots';
import type { Caller } from '../../platform/caller';
import { appointments, type AppointmentDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt, encrypt } from '../../platform/field-encryption';

const DetailsSchema = v.object({
  nickname: v.string(),
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

export function viewAppointment(appointment: AppointmentDocument, now: number): Appointment {
  const { nickname, worries, voice } = openDetails(appointment);
  return {
    id: appointment._id,
    childId: appointment.childId,
    nickname,
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
    worries,
    voiceSeconds: voice?.seconds,
    joiners: [],
    group: appointment.group,
    canMove: canCancel(appointment, now),
    canCancel: canCancel(appointment, now),
  };
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
};

/**
 * Appointments of the caller's children. `upcoming` begins with the soonest and leaves out what
 * was cancelled; `past` begins with the latest and shows everything, `all` with the last to come.
 * One round trip.
 */
export async function findAppointments(
  database: Database,
  caller: Caller,
  question: { when: 'upcoming' | 'past' | 'all'; now: number; before?: number | undefined },
): Promise<Appointment[]> {
  const ids = caller.person?.children.map((child) => child.id) ?? [];
  if (ids.length === 0) return [];
  const { now, before } = question;
  const upcoming = question.when === 'upcoming';
  // A visit that has just begun is still "the next one": the family may be on its way.
  const edge = question.when === 'all' ? Number.MAX_SAFE_INTEGER : now - hourMs;
  const found = await database.find(appointments, {
    where: {
      childId: command.in(ids),
      start: upcoming ? command.gte(edge) : command.lt(Math.min(before ?? edge, edge)),
      ...(upcoming ? { state: 'booked' } : {}),
    },
    order: [['start', upcoming ? 'asc' : 'desc']],
    // All that can be to come; of the past, one more than a page shows.
    limit: upcoming ? limits.childrenPerPerson * limits.upcomingPerChild : limits.pageSize + 1,
  });
  return found.map((appointment) => viewAppointment(appointment, now));
}

/**
 * The next page goes on before a moment, so a page never ends between two visits that begin
 * together: what begins with the first one that does not fit waits with it.
 */
export function firstPage(found: Appointment[]): Appointment[] {
  const page = found.slice(0, limits.pageSize);
  const following = found[limits.pageSize];
  const whole = page.filter(({ start }) => start !== following?.start);
  return whole.length > 0 ? whole : page;
}
