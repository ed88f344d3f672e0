import { permits } from '@rules/consent';
import { minuteMs } from '@rules/dates';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { appointments, children } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { temporaryLink } from '../../platform/sdk';
import { openDetails } from './appointments';

const linkMinutes = 10;

/** Only the counsellor of that visit hears what the family recorded for it. */
export const listenToVoice = defineAction('booking.listenToVoice', {
  allow: having('counsellor'),
  async handle({ caller, database, now }, { appointmentId }) {
    const appointment = await database.get(appointments, appointmentId);
    const mine = appointment?.counsellorId === counsellorOf(caller);
    const due = appointment?.state === 'booked' || appointment?.state === 'arrived';
    if (!appointment || !mine || !due) throw new ActionError('NOT_FOUND');
    const child = await database.get(children, appointment.childId);
    // Whoever takes the agreement back takes back what was recorded under it.
    if (!child || !permits(child.consents, 'recordings')) throw new ActionError('NOT_FOUND');
    const { voice } = openDetails(appointment);
    const url = voice && (await temporaryLink(voice.fileId, linkMinutes * 60));
    if (!voice || !url) throw new ActionError('NOT_FOUND');
    await recordAccess(database, {
      viewer: caller,
      role: 'counsellor',
      childIds: [appointment.childId],
      purpose: 'voice',
      now,
    });
    return { url, seconds: voice.seconds, expiresAt: now + linkMinutes * minuteMs };
  },
});
