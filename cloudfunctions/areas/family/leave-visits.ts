import { appointments, children, slots, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { inTransaction } from '../../platform/transaction';

/**
 * Whoever is in the circle of none of a visit's children takes part in none of the child's visits to
 * come any more, and is not telephoned about them. Asks who is there and not who left, so that it can
 * be repeated by anybody. Three round trips when nobody has to go.
 */
export async function leaveVisitsToCome(
  database: Database,
  random: () => number,
  childId: string,
): Promise<void> {
  const child = await database.get(children, childId);
  const ids = child?.upcoming.map(({ appointmentId }) => appointmentId) ?? [];
  if (!child || ids.length === 0) return;
  const visits = await database.find(appointments, {
    where: { _id: command.in(ids) },
    limit: ids.length,
  });
  const places = await database.find(slots, {
    where: { _id: command.in(visits.map(({ slotId }) => slotId)) },
    limit: ids.length,
  });
  for (const visit of visits) {
    const place = places.find(({ appointmentId }) => appointmentId === visit._id);
    const called = place?.bookedBy ?? null;
    const joined = visit.joiners.map(({ openid }) => openid);
    const all = called === null ? joined : [...joined, called];
    if (all.every((openid) => isAround([child], openid))) continue;
    const otherId = visit.childId === childId ? visit.siblingId : visit.childId;
    const other = otherId === null ? undefined : await database.get(children, otherId);
    const family = other ? [child, other] : [child];
    if (!joined.every((openid) => isAround(family, openid))) {
      await keepJoiners(database, random, visit._id, (openid) => isAround(family, openid));
    }
    if (called !== null && !isAround(family, called)) {
      const place = { _id: visit.slotId, appointmentId: visit._id, bookedBy: called };
      await database.updateWhere(slots, place, { bookedBy: null, phone: null });
    }
  }
}

const isAround = (family: readonly ChildDocument[], openid: string): boolean =>
  family.some(({ circle }) => circle.some((adult) => adult.openid === openid));

/** Takes the other adults off a visit, and off the counsellor's day. */
export async function keepJoiners(
  database: Database,
  random: () => number,
  appointmentId: string,
  stays: (openid: string) => boolean,
): Promise<void> {
  await inTransaction(database, random, async (transaction) => {
    const visit = await transaction.get(appointments, appointmentId);
    if (!visit || visit.joiners.every(({ openid }) => stays(openid))) return;
    const joiners = visit.joiners.filter(({ openid }) => stays(openid));
    await transaction.update(appointments, appointmentId, { joiners: command.set(joiners) });
    const slot = await transaction.get(slots, visit.slotId);
    if (slot?.appointmentId !== appointmentId) return;
    const joining = joiners.map(({ relation }) => relation);
    await transaction.update(slots, slot._id, { joining: command.set(joining) });
  });
}
