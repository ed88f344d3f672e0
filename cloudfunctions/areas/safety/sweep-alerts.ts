import { limits } from '@contract/limits';
import { addDays, addMonths, dayMs, dayOf, startOfDay } from '@rules/dates';
import {
  alerts,
  alertSteps,
  dutyRoster,
  safeguardingLog,
  unheard,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { notHeld, readHeld } from '../../platform/legal-holds';
import { deleteLoose } from '../../platform/kept-files';

const atOnce = 50;

/**
 * Finished alerts whose time is over go with their history and recordings, unless an authority wants
 * them kept; and what safeguarding's own log, roster and listening list have kept long enough.
 */
export async function sweepAlerts(database: Database, now: number): Promise<number> {
  const held = notHeld(await readHeld(database), { child: 'childId' });
  const before = (months: number) => startOfDay(addMonths(dayOf(now), -months));
  const found = await database.find(alerts, {
    where: {
      ...{ open: false, legalHold: false, ...held },
      closedAt: command.lt(before(limits.alertMonths)),
    },
    order: [['closedAt', 'asc']],
    limit: atOnce,
  });
  for (const { _id, files, source } of found) {
    await database.removeWhere(alertSteps, { alertId: _id });
    await database.removeWhere(alerts, { _id });
    // A visit’s recording is the visit’s.
    if (source !== 'booking') await deleteLoose(database, files);
  }
  const logged = { at: command.lt(before(limits.safeguardingLogMonths)) };
  const waiting = await database.find(unheard, {
    where: { waiting: true, at: command.lt(before(limits.schoolMonths)), ...held },
    order: [['at', 'asc']],
    limit: atOnce,
  });
  const heard = await database.find(unheard, {
    where: { waiting: false, heardAt: command.lt(now - limits.heardDays * dayMs), ...held },
    order: [['heardAt', 'asc']],
    limit: atOnce,
  });
  const old = [...waiting, ...heard];
  for (const { _id, files, source } of old) {
    await database.removeWhere(unheard, { _id });
    if (source !== 'booking') await deleteLoose(database, files);
  }
  const weeks = { week: command.lt(addDays(addMonths(dayOf(now), -limits.schoolMonths), -7)) };
  return (
    found.length +
    old.length +
    (await database.removeWhere(safeguardingLog, logged)) +
    (await database.removeWhere(dutyRoster, weeks))
  );
}
