import {
  appointments,
  children,
  events,
  people,
  posts,
  slots,
  type AppointmentDocument,
  type PersonDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { deleteFiles } from '../../platform/sdk';
import { inTransaction } from '../../platform/transaction';
import { openDetails, sealDetails } from '../booking/appointments';

const peopleAtOnce = 10;
const visitsAtOnce = 100;
/** Sorts after every character that stands in a requestId. */
const afterIds = '~';

/**
 * Deletes the accounts whose waiting period is over. Every step can be repeated, and the account
 * itself goes last: a run that is cut short is taken up again. What stays, because the law wants
 * it kept (PIPL 47): that consent was given and that somebody looked, without any name of a child.
 */
export async function eraseAccounts(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  const due = await database.find(people, {
    where: { deleteAt: command.gt(0).and(command.lte(now)) },
    order: [['deleteAt', 'asc']],
    limit: peopleAtOnce,
  });
  for (const person of due) await erase(database, person, now, random);
  return due.length;
}

async function erase(
  database: Database,
  person: PersonDocument,
  now: number,
  random: () => number,
): Promise<void> {
  for (const { id } of person.children) await leave(database, person._id, id, random);
  for (const { id } of person.posts) await database.update(posts, id, { until: now });
  await database.removeWhere(events, {
    _id: command.gte(`${person._id}_`).and(command.lt(`${person._id}_${afterIds}`)),
  });
  await database.removeWhere(people, { _id: person._id });
}

/** Out of the child's circle; a child whom nobody is left for is deleted with everything said of it. */
async function leave(
  database: Database,
  openid: string,
  childId: string,
  random: () => number,
): Promise<void> {
  const alone = await inTransaction(database, random, async (transaction) => {
    const child = await transaction.get(children, childId);
    if (!child) return true;
    const circle = child.circle.filter((adult) => adult.openid !== openid);
    if (circle.length > 0) {
      await transaction.update(children, childId, { circle, rev: command.inc(1) });
      return false;
    }
    return true;
  });
  if (!alone) return;
  await forgetVisits(database, childId);
  await database.removeWhere(children, { _id: childId });
}

/** Visits to come are cancelled and their places freed; of past ones only when and where remains. */
async function forgetVisits(database: Database, childId: string): Promise<void> {
  let from = 0;
  for (;;) {
    const found = await database.find(appointments, {
      where: { childId, start: command.gte(from) },
      order: [['start', 'asc']],
      limit: visitsAtOnce,
    });
    for (const visit of found) await forgetVisit(database, visit);
    const last = found.at(-1);
    if (!last || found.length < visitsAtOnce) return;
    from = last.start + 1;
  }
}

async function forgetVisit(database: Database, visit: AppointmentDocument): Promise<void> {
  const { voice } = openDetails(visit);
  if (voice) await deleteFiles([voice.fileId]);
  await database.updateWhere(
    slots,
    { _id: visit.slotId, appointmentId: visit._id },
    {
      state: 'free',
      heldBy: null,
      heldUntil: 0,
      appointmentId: null,
      card: null,
      bookedAt: null,
      bookedBy: null,
      phone: null,
    },
  );
  await database.update(appointments, visit._id, {
    state: 'cancelled',
    details: sealDetails(visit._id, { nickname: '', worries: [] }),
  });
}
