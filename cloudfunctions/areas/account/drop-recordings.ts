import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import {
  announcements,
  appointments,
  children,
  messages,
  recordings,
  timeline,
  type DocumentOf,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { notHeld, readHeld } from '../../platform/legal-holds';
import { deleteUnkept } from '../../platform/kept-files';
import { openDetails } from '../booking/appointments';
import { isOpen, saidOf } from '../booking/waits';
import { isCopy, isKept } from '../guides/copies';

type Note = DocumentOf<typeof recordings>;

const notesAtOnce = 50;
const visitsAtOnce = 100;

const isOld = (now: number) => ({ at: command.lt(now - limits.looseRecordingDays * dayMs) });

/** Deletes recordings that nothing has come of for some days; answers how many. */
export async function dropRecordings(database: Database, now: number): Promise<number> {
  const held = await readHeld(database);
  const found = await database.find(recordings, {
    where: {
      ...isOld(now),
      ...notHeld(held, { person: 'openid', child: 'childId' }),
    },
    order: [['at', 'asc']],
    limit: notesAtOnce,
  });
  return dropLoose(database, found, now);
}

/** How many that would be, of all that are old enough; deletes nothing. */
export async function countLoose(database: Database, now: number): Promise<number> {
  let loose = 0;
  for (let after = ''; ;) {
    const found = await database.find(recordings, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: notesAtOnce,
    });
    for (const note of found) {
      const old = note.at < now - limits.looseRecordingDays * dayMs;
      if (!old || (await isWaitedWith(database, note))) continue;
      if (!(await isTaken(database, note))) loose += 1;
    }
    const last = found.at(-1);
    if (!last || found.length < notesAtOnce) return loose;
    after = last._id;
  }
}

/** Deletes what somebody has recorded and no visit has taken; what one has goes with the visit. */
export async function dropRecordingsOf(database: Database, openid: string): Promise<void> {
  for (;;) {
    const found = await database.find(recordings, { where: { openid }, limit: notesAtOnce });
    if (found.length === 0) return;
    await dropLoose(database, found, undefined);
  }
}

/**
 * The note goes last, so that a run that is cut short finds it again. That of a copy which a guide
 * still has stays, and is looked at again: who takes the recording back may die before deleting it.
 * So does that of what a family waits with, as waiting may end without a visit. `now`: undefined when
 * whoever recorded them goes, and the notes with them.
 */
async function dropLoose(
  database: Database,
  notes: Note[],
  now: number | undefined,
): Promise<number> {
  const loose: Note[] = [];
  const waiting: Note[] = [];
  for (const note of notes) {
    if (await isWaitedWith(database, note)) waiting.push(note);
    else if (!(await isTaken(database, note))) loose.push(note);
  }
  await deleteUnkept(
    database,
    loose.map(({ path }) => path),
  );
  const copies = notes.filter((note) => isCopy(note.path) && !loose.includes(note));
  const kept = now === undefined ? copies : [...copies, ...waiting];
  const idsOf = (list: readonly Note[]) => list.map(({ _id }) => _id);
  if (kept.length > 0) {
    await database.updateWhere(recordings, { _id: command.in(idsOf(kept)) }, { at: now ?? 0 });
  }
  const ids = idsOf(notes.filter((note) => !kept.includes(note)));
  if (ids.length > 0) await database.removeWhere(recordings, { _id: command.in(ids) });
  return loose.length;
}

/** Whether it was said when joining the waiting list, and the child waits still. */
async function isWaitedWith(database: Database, { childId, path }: Note): Promise<boolean> {
  if (childId === undefined || isCopy(path)) return false;
  const child = await database.get(children, childId);
  const open = child?.waits?.filter(isOpen) ?? [];
  return open.some(
    ({ waitlistId }) =>
      child && saidOf(child, waitlistId).voice?.fileId.endsWith(`/${path}`) === true,
  );
}

/**
 * Whether an announcement, a message of a thread, the timeline, or a visit of that child keeps it. It was
 * made before the visit was booked.
 */
async function isTaken(database: Database, { childId, path, at }: Note): Promise<boolean> {
  if (isCopy(path)) return isKept(database, path);
  const [announced] = await database.find(announcements, { where: { files: path }, limit: 1 });
  if (announced) return true;
  // A guide takes a copy (areas/guides/keep-recording.ts).
  if (childId === undefined) return false;
  const sent = await database.find(messages, { where: { file: path }, limit: 1 });
  if (sent.length > 0) return true;
  const [entry] = await database.find(timeline, { where: { files: path }, limit: 1 });
  if (entry) return true;
  let from = at;
  for (;;) {
    const found = await database.find(appointments, {
      where: { childId, start: command.gte(from) },
      order: [['start', 'asc']],
      limit: visitsAtOnce,
    });
    const taken = found.some((visit) => openDetails(visit).voice?.fileId.endsWith(`/${path}`));
    const last = found.at(-1);
    if (taken || !last || found.length < visitsAtOnce) return taken;
    from = last.start > from ? last.start : from + 1;
  }
}
