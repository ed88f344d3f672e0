import { appointments, slots, type AppointmentDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { deleteFiles } from '../../platform/sdk';
import { freePlace, nobodysPlace } from '../booking/free-place';
import { openDetails, sealDetails } from '../booking/appointments';

const visitsAtOnce = 100;

/**
 * Of a child that is deleted: visits to come are cancelled and their places freed; of past ones only
 * when and where remains. Recordings are deleted. Can be repeated.
 */
export async function forgetVisits(
  database: Database,
  childId: string,
  now: number,
): Promise<void> {
  let from = 0;
  for (;;) {
    const found = await database.find(appointments, {
      where: { childId, start: command.gte(from) },
      order: [['start', 'asc']],
      limit: visitsAtOnce,
    });
    for (const visit of found) await forgetVisit(database, visit, now);
    const last = found.at(-1);
    if (!last || found.length < visitsAtOnce) return;
    // A place that was cancelled and booked again has several visits with one beginning.
    from = last.start > from ? last.start : from + 1;
  }
}

async function forgetVisit(
  database: Database,
  visit: AppointmentDocument,
  now: number,
): Promise<void> {
  const { voice } = openDetails(visit);
  if (voice) await deleteFiles([voice.fileId]);
  const ahead = visit.start > now;
  await database.updateWhere(
    slots,
    { _id: visit.slotId, appointmentId: visit._id },
    ahead ? freePlace : nobodysPlace,
  );
  await database.update(appointments, visit._id, {
    ...(ahead && visit.state === 'booked' ? { state: 'cancelled', cancelledAt: now } : {}),
    bookedBy: '',
    details: sealDetails(visit._id, { nickname: '', worries: [] }),
  });
}
