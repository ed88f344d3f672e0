import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { appointments, recordings, type DocumentOf } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { deletePaths } from '../../platform/sdk';
import { openDetails } from '../booking/appointments';

type Note = DocumentOf<typeof recordings>;

const notesAtOnce = 50;
const visitsAtOnce = 100;

/** Deletes recordings that nothing has come of for some days; answers how many. */
export async function dropRecordings(database: Database, now: number): Promise<number> {
  const found = await database.find(recordings, {
    where: { at: command.lt(now - limits.looseRecordingDays * dayMs) },
    order: [['at', 'asc']],
    limit: notesAtOnce,
  });
  return dropLoose(database, found);
}

/** Deletes what somebody has recorded and no visit has taken; what one has goes with the visit. */
export async function dropRecordingsOf(database: Database, openid: string): Promise<void> {
  for (;;) {
    const found = await database.find(recordings, { where: { openid }, limit: notesAtOnce });
    if (found.length === 0) return;
    await dropLoose(database, found);
  }
}

/** The note goes last, so that a run that is cut short finds it again. */
async function dropLoose(database: Database, notes: Note[]): Promise<number> {
  const loose: Note[] = [];
  for (const note of notes) {
    if (!(await isTaken(database, note))) loose.push(note);
  }
  await deletePaths(loose.map(({ path }) => path));
  const ids = notes.map(({ _id }) => _id);
  if (ids.length > 0) await database.removeWhere(recordings, { _id: command.in(ids) });
  return loose.length;
}

/** Whether a visit of that child keeps the recording. It was made before the visit was booked. */
async function isTaken(database: Database, { childId, path, at }: Note): Promise<boolean> {
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
