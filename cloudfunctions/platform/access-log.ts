import { dayOf } from '@rules/dates';
import { accessLog, type DocumentOf } from './collections';
import { command, type Database } from './database';
import { isDuplicate } from './errors';

/**
 * Writes down that `viewer` looked at these children's data: one record per viewer, child, purpose
 * and day, counted up (PIPL 51; rules.md). Usually one round trip; the first look of a day takes
 * three or four, however many children there are.
 */
export async function recordAccess(
  database: Database,
  entry: { viewer: string; childIds: string[]; purpose: string; now: number },
): Promise<void> {
  const { viewer, purpose, now } = entry;
  const day = dayOf(now);
  const idOf = (childId: string) => `${day}_${viewer}_${childId}_${purpose}`;
  const childIds = [...new Set(entry.childIds)];
  if (childIds.length === 0) return;
  const countUp = (ids: string[]) =>
    database.updateWhere(
      accessLog,
      { _id: command.in(ids.map(idOf)) },
      { count: command.inc(1), lastAt: now },
    );
  const counted = await countUp(childIds);
  if (counted === childIds.length) return;
  const missing =
    counted === 0 ? childIds : await withoutRecord(database, childIds, childIds.map(idOf));
  if (missing.length === 0) return;
  await addMissing(
    database,
    missing.map((childId) => ({
      _id: idOf(childId),
      day,
      viewer,
      childId,
      purpose,
      // Counted below: two looks that make the record together are then still two.
      count: 0,
      firstAt: now,
      lastAt: now,
    })),
  );
  await countUp(missing);
}

async function withoutRecord(
  database: Database,
  childIds: string[],
  ids: string[],
): Promise<string[]> {
  const where = { _id: command.in(ids) };
  const known = await database.find(accessLog, { where, limit: ids.length });
  return childIds.filter((childId) => !known.some((record) => record.childId === childId));
}

async function addMissing(
  database: Database,
  records: DocumentOf<typeof accessLog>[],
): Promise<void> {
  try {
    await database.addMany(accessLog, records);
    return;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  // Another look has just made some of them: add the others one by one.
  for (const record of records) {
    await database.add(accessLog, record).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
  }
}
