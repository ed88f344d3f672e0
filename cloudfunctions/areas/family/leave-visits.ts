import { appointments, children, slots } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { inTransaction } from '../../platform/transaction';

/**
 * Whoever is in the circle of none of a visit's children takes part in none of the child's visits to
 * come any more. Asks who is there and not who left, so that it can be repeated by anybody. Two round
 * trips when nobody has to go.
 */
export async function leaveVisitsToCome(
  database: Database,
  random: () => number,
  childId: string,
): Promise<void> {
  const child = await database.get(children, childId);
  const ids = child?.upcoming.map(({ appointmentId }) => appointmentId) ?? [];
  if (!child || ids.length === 0) return;
  const isAround = (openid: string) => child.circle.some((adult) => adult.openid === openid);
  const where = { _id: command.in(ids) };
  for (const visit of await database.find(appointments, { where, limit: ids.length })) {
    if (visit.joiners.every(({ openid }) => isAround(openid))) continue;
    const otherId = visit.childId === childId ? visit.siblingId : visit.childId;
    const other = otherId === null ? undefined : await database.get(children, otherId);
    await keepJoiners(
      database,
      random,
      visit._id,
      (openid) =>
        isAround(openid) || other?.circle.some((adult) => adult.openid === openid) === true,
    );
  }
}

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
