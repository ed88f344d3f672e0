import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { findAppointments, firstPage } from './appointments';

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
