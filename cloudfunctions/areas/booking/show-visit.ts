import { limits } from '@contract/limits';
import type { DayEntry } from '@contract/day';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import {
  appointments,
  slots,
  type AppointmentDocument,
  type SlotDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { viewNext } from './appointments';
import { entryOf, openCard } from './day';
import { openOutcome } from './outcome';
import { traceDay } from './trace-day';

/**
 * One visit with what its counsellor wrote down of it, and of earlier ones with the same counsellor:
 * what the family told a colleague stays with the colleague. Whoever looks is written down.
 */
export const showVisit = defineAction('booking.showVisit', {
  allow: having('counsellor'),
  async handle({ caller, database, now }, { appointmentId }) {
    const appointment = await database.get(appointments, appointmentId);
    const counsellorId = counsellorOf(caller);
    if (!appointment || !counsellorId || appointment.counsellorId !== counsellorId) {
      throw new ActionError('NOT_FOUND');
    }
    const { childId, siblingId, start } = appointment;
    const childIds = siblingId === null ? [childId] : [childId, siblingId];
    const before = { counsellorId, start: command.lt(start) };
    const [slot, earlier] = await Promise.all([
      database.get(slots, appointment.slotId),
      database.find(appointments, {
        where: command.or([
          { childId: command.in(childIds), ...before },
          { siblingId: command.in(childIds), ...before },
        ]),
        order: [['start', 'desc']],
        limit: limits.pageSize / 2,
      }),
      traceDay({ database, caller, now }, childIds),
    ]);
    return {
      now,
      entry: entryOfVisit(appointment, slot, now),
      ...notesOf(appointment),
      earlier: earlier.map((visit) => ({
        appointmentId: visit._id,
        start: visit.start,
        state: visit.state,
        ...notesOf(visit),
      })),
    };
  },
});

const notesOf = (visit: AppointmentDocument) => ({
  note: openOutcome(visit)?.note,
  next: viewNext(visit),
});

/** As on the day; of a visit that has lost its place, only when and where it was to be. */
function entryOfVisit(
  appointment: AppointmentDocument,
  slot: SlotDocument | undefined,
  now: number,
): DayEntry {
  if (slot?.appointmentId === appointment._id) return entryOf(slot, openCard(slot), now);
  const { slotId, start, end, kind, placeName } = appointment;
  return { slotId, start, end, kind, placeName, state: 'free', outsideHours: false };
}
