import * as v from 'valibot';
import { remindAt, reminderSteps, startsToRemind, type ReminderStep } from '@rules/push-reminders';
import { hourMs } from '@rules/dates';
import {
  appointments,
  children,
  slots,
  walks,
  type AppointmentDocument,
  type ChildDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { blindIndex } from '../../platform/field-encryption';
import { openDetails } from '../booking/appointments';
import { tellMany } from './tell-many';

/** Longer than that no job stands still unnoticed; what is older is not made up for. */
const mostMs = 3 * hourMs;
const visitsAtOnce = 1000;
const remindedAtOnce = 100;
const PlaceSchema = v.object({ start: v.number(), appointmentId: v.nullable(v.string()) });

/**
 * Reminds of visits a day and two hours before; answers how many lines that were. It looks at the
 * places that are booked at that moment, so a visit that was moved or cancelled needs nothing to be
 * taken back, and booking needs nothing to be noted. How far it has come stands in `walks`; a run
 * that dies repeats a stretch, in which nobody is told twice.
 */
export async function remindVisits(database: Database, now: number): Promise<number> {
  let told = 0;
  for (const step of reminderSteps) told += await remindStep(database, step, now);
  return told;
}

async function remindStep(database: Database, step: ReminderStep, now: number): Promise<number> {
  const _id = `reminders_${step}`;
  const walk = await database.get(walks, _id);
  if (!walk) {
    await database.add(walks, { _id, after: '', done: false, at: now });
    return 0;
  }
  const since = Math.max(walk.at, now - mostMs);
  const { after, until, isDue } = startsToRemind(step, { since, now });
  let told = 0;
  let from = after;
  for (;;) {
    const found = await database.findParts(slots, PlaceSchema, {
      where: { state: 'booked', start: command.gt(from).and(command.lte(until)) },
      order: [['start', 'asc']],
      limit: visitsAtOnce,
      fields: { start: true, appointmentId: true },
    });
    const ids = found.flatMap((place) =>
      isDue(place.start) && place.appointmentId !== null ? place.appointmentId : [],
    );
    for (let at = 0; at < ids.length; at += remindedAtOnce) {
      told += await remindOf(database, step, ids.slice(at, at + remindedAtOnce), now);
    }
    const last = found.at(-1);
    if (!last || found.length < visitsAtOnce) break;
    // What begins with the last one may not have fitted; telling the others again tells nobody twice.
    from = Math.max(last.start - 1, from + 1);
  }
  await database.updateWhere(walks, { _id }, { at: now });
  return told;
}

async function remindOf(
  database: Database,
  step: ReminderStep,
  ids: readonly string[],
  now: number,
): Promise<number> {
  if (ids.length === 0) return 0;
  const where = { _id: command.in([...new Set(ids)]), state: 'booked' };
  const visits = await database.find(appointments, { where, limit: ids.length });
  // Whoever has booked after that moment knows it.
  const known = visits.filter(({ bookedAt, start }) => bookedAt < remindAt(start, step));
  const childIds = [...new Set(known.flatMap(({ childId }) => childId))];
  if (childIds.length === 0) return 0;
  const family = await database.find(children, {
    where: { _id: command.in(childIds) },
    limit: childIds.length,
  });
  const lines = known.flatMap((visit) => {
    const child = family.find((one) => one._id === visit.childId);
    const { _id: appointmentId, start, placeName, childId } = visit;
    const { nickname } = openDetails(visit);
    return (child ? reminded(visit, child) : []).map((openid) => ({
      _id: `remind_${step}_${blindIndex('reminder', `${appointmentId}\0${start}\0${openid}`)}`,
      ...{ to: openid, kind: 'visitReminder' as const, childId, appointmentId },
      ...{ start, placeName, nickname },
    }));
  });
  return tellMany(database, lines, now);
}

/**
 * Who goes there: those at home or acting for them, who booked it, and who takes part from afar. Where
 * that is nobody, as staff have booked for a family of parents alone, it is all of them.
 */
function reminded(visit: AppointmentDocument, { circle }: ChildDocument): string[] {
  const takesPart = (openid: string) =>
    openid === visit.bookedBy || visit.joiners.some((one) => one.openid === openid);
  const going = circle.filter(
    ({ standing, openid }) => standing !== 'guardian' || takesPart(openid),
  );
  return (going.length > 0 ? going : circle).map(({ openid }) => openid);
}
