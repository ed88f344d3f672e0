import type { Appointment } from '@contract/booking';
import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { findAppointments } from './appointments';

export const listAppointments = defineAction('booking.listAppointments', {
  allow: signedInPeople,
  async handle({ database, caller, now }, { when, before }) {
    const found = await findAppointments(database, caller, { when, before, now });
    if (when === 'upcoming') return { now, appointments: found };
    const shown = firstPage(found);
    const next = found.length > shown.length ? shown.at(-1)?.start : undefined;
    return { now, appointments: shown, next };
  },
});

/**
 * The next page goes on before a moment, so a page never ends between two visits that begin
 * together: what begins with the first one that does not fit waits with it.
 */
function firstPage(found: Appointment[]): Appointment[] {
  const page = found.slice(0, limits.pageSize);
  const following = found[limits.pageSize];
  const whole = page.filter(({ start }) => start !== following?.start);
  return whole.length > 0 ? whole : page;
}
