import * as v from 'valibot';
import { EmptySchema } from '@contract/shapes';
import { refusalOfMove } from '@rules/appointment-states';
import { slotId } from '@rules/slots';
import {
  appointments,
  slots,
  type AppointmentDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { once } from '../../platform/idempotency';
import { checkFree } from './check-held';
import { openPhone } from './day';
import { moveVisit } from './move-visit';
import { readFamily } from './own-visit';
import { checkRoom } from './place-visit';

const visitsAtMost = 200;
const states = ['booked', 'awaitingConsent'] as const;
const FreeSchema = v.object({ _id: v.string(), kind: v.string(), reach: v.string() });

/** A counsellor's visits that are still to come, the next first. One round trip. */
export function visitsToCome(
  database: Database,
  counsellorId: string,
  now: number,
): Promise<AppointmentDocument[]> {
  return database.find(appointments, {
    where: { counsellorId, state: command.in([...states]), start: command.gt(now) },
    order: [['start', 'asc']],
    limit: visitsAtMost,
  });
}

/**
 * Of these visits those for which the other counsellor has a free place that begins at the same time
 * and is of the same kind. Whether it can be had is settled when it is moved. One round trip.
 */
export async function fitting(
  database: Database,
  visits: readonly AppointmentDocument[],
  counsellorId: string,
): Promise<AppointmentDocument[]> {
  if (visits.length === 0) return [];
  const free = await database.findParts(slots, FreeSchema, {
    where: { _id: command.in(visits.map(({ start }) => slotId(counsellorId, start))) },
    limit: visits.length,
    fields: { _id: true, kind: true, reach: true, state: true },
  });
  const kinds = new Map(free.map(({ _id, kind }) => [_id, kind]));
  return visits.filter(
    ({ start, kind, group }) => !group && kinds.get(slotId(counsellorId, start)) === kind,
  );
}

interface HandOver {
  to: string;
  openid: string;
  now: number;
  random: () => number;
}

/**
 * Moves each of a counsellor's visits to a colleague's place at the same time, and tells the family.
 * Each is done once; what cannot be moved stands as it was, and is counted.
 */
export async function handOverVisits(
  database: Database,
  visits: readonly AppointmentDocument[],
  handOver: HandOver,
): Promise<{ moved: number; left: number }> {
  const fits = await fitting(database, visits, handOver.to);
  let moved = 0;
  for (const visit of fits) moved += (await handOverVisit(database, visit, handOver)) ? 1 : 0;
  return { moved, left: visits.length - moved };
}

/** What says that a place, or a child, is not to be had after all. */
const inTheWay = ['SLOT_TAKEN', 'TOO_LATE', 'FORBIDDEN', 'CHILD_BUSY', 'PHONE_NEEDED'];

async function handOverVisit(
  database: Database,
  { _id, start }: AppointmentDocument,
  { to: counsellorId, openid, now, random }: HandOver,
): Promise<boolean> {
  const place = slotId(counsellorId, start);
  const input = { appointmentId: _id, place };
  const request = { action: 'people.leave', input, openid, requestId: `leave-${_id}`, now };
  try {
    await once(database, random, request, EmptySchema, async (transaction) => {
      const appointment = await transaction.get(appointments, _id);
      if (!appointment || appointment.slotId === place) return {};
      if (refusalOfMove(appointment, { by: 'staff', now })) throw new ActionError('TOO_LATE');
      const family = await readFamily(transaction, appointment);
      const from = await transaction.get(slots, appointment.slotId);
      const to = await transaction.get(slots, place);
      if (!family || !from || !to) throw new ActionError('SLOT_TAKEN');
      checkFree(to, openid, now);
      checkPhone(from, to);
      for (const child of family) checkRoom(child, to, _id);
      const how = { by: 'staff' as const, viewer: openid, now };
      await moveVisit(transaction, { appointment, family }, { from, to }, how);
      return {};
    });
    return true;
  } catch (error) {
    if (error instanceof ActionError && inTheWay.includes(error.code)) return false;
    throw error;
  }
}

/** @throws ActionError PHONE_NEEDED where nobody could be called, or the house not be found. */
export function checkPhone(from: SlotDocument, to: SlotDocument): void {
  if ((to.kind === 'phone' || to.kind === 'home') && !openPhone(from)) {
    throw new ActionError('PHONE_NEEDED');
  }
}
