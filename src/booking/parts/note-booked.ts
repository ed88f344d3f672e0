import type { Appointment } from '@contract/appointment';
import { readSaved, save } from '@/cloud/cache';
import { serverNow } from '@/cloud/clock';

/**
 * Takes a new or a changed appointment into what the device knows, so that the next pages open from
 * it, also when the network is gone by then. One that was given up leaves the list.
 */
export function noteBooked(appointment: Appointment): void {
  const upcoming = { when: 'upcoming' } as const;
  const known = readSaved('booking.listAppointments', upcoming)?.data.appointments ?? [];
  const others = known.filter(({ id }) => id !== appointment.id);
  const kept = appointment.state === 'cancelled' ? [] : [appointment];
  const appointments = [...others, ...kept].sort((a, b) => a.start - b.start);
  save('booking.listAppointments', upcoming, { now: serverNow(), appointments });
}
