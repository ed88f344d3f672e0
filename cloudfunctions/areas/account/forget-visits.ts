import { refusalOf } from '@rules/appointment-states';
import {
  appointments,
  children,
  slots,
  type AppointmentDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { pathsOf } from '../../platform/alert-evidence';
import { deleteUnkept } from '../../platform/kept-files';
import { openDetails, sealDetails } from '../booking/appointments';
import { openCard, sealCard } from '../booking/day';
import { freePlace, nobodysPlace } from '../booking/free-place';
import { keepJoiners } from '../family/leave-visits';

const visitsAtOnce = 100;

/**
 * Of a child that is deleted: visits to come are cancelled and their places freed; of past ones only
 * when and where remains. Recordings and notes are deleted. A visit that it came along to stays the
 * other child's. Can be repeated.
 */
export async function forgetVisits(
  database: Database,
  childId: string,
  now: number,
): Promise<void> {
  await eachVisit(database, { childId }, (visit) => forgetVisit(database, visit, now));
  await eachVisit(database, { siblingId: childId }, (visit) => forgetSibling(database, visit));
}

async function eachVisit(
  database: Database,
  whose: { childId: string } | { siblingId: string },
  work: (visit: AppointmentDocument) => Promise<void>,
): Promise<void> {
  let from = 0;
  for (;;) {
    const found = await database.find(appointments, {
      where: { ...whose, start: command.gte(from) },
      order: [['start', 'asc']],
      limit: visitsAtOnce,
    });
    for (const visit of found) await work(visit);
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
  if (voice) await deleteUnkept(database, pathsOf(voice));
  const ahead = visit.start > now;
  const mine = { _id: visit.slotId, appointmentId: visit._id };
  await database.updateWhere(slots, mine, ahead ? freePlace : { ...nobodysPlace, joining: null });
  const givenUp = ahead && !refusalOf(visit, 'cancelled', { by: 'staff', now });
  if (givenUp && visit.siblingId !== null) {
    const upcoming = command.pull({ appointmentId: visit._id });
    await database.updateWhere(children, { _id: visit.siblingId }, { upcoming });
  }
  await database.update(appointments, visit._id, {
    ...(givenUp ? { state: 'cancelled', cancelledAt: now } : {}),
    ...{ bookedBy: '', consentUntil: null, joiners: [], reason: null, referral: null },
    outcome: null,
    details: sealDetails(visit._id, { nickname: '', worries: [] }),
  });
}

/** Out of the other child's visit: its name, and who it was. */
async function forgetSibling(database: Database, visit: AppointmentDocument): Promise<void> {
  const { sibling: _sibling, ...details } = openDetails(visit);
  const slot = await database.get(slots, visit.slotId);
  const card = slot?.appointmentId === visit._id ? openCard(slot) : undefined;
  if (slot && card) {
    const { sibling: _gone, ...alone } = card;
    const mine = { _id: slot._id, appointmentId: visit._id };
    await database.updateWhere(slots, mine, { card: sealCard(slot._id, alone) });
  }
  await database.update(appointments, visit._id, {
    siblingId: null,
    details: sealDetails(visit._id, details),
  });
}

/** Somebody whose account goes takes part in none of the child's visits any more, past ones too. */
export async function leaveVisits(
  database: Database,
  random: () => number,
  { openid, childId }: { openid: string; childId: string },
): Promise<void> {
  const leave = async ({ _id, joiners }: AppointmentDocument) => {
    if (!joiners.some((joiner) => joiner.openid === openid)) return;
    await keepJoiners(database, random, _id, (joiner) => joiner !== openid);
  };
  await eachVisit(database, { childId }, leave);
  await eachVisit(database, { siblingId: childId }, leave);
}
