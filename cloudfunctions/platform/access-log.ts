import * as v from 'valibot';
import { RoleSchema, type Role } from '@contract/enums';
import type { Look } from '@contract/rights';
import { dayOf } from '@rules/dates';
import { accessLog, people, type DocumentOf } from './collections';
import { command, type Database } from './database';
import type { Caller } from './caller';
import { isDuplicate } from './errors';
import { decrypt, encrypt } from './field-encryption';

/**
 * Writes down that `viewer` looked at these children's data: one record per viewer, child, purpose
 * and day, counted up (PIPL 51; rules.md). Usually one round trip; the first look of a day takes
 * three or four, however many children there are.
 */
export async function recordAccess(
  database: Database,
  entry: {
    viewer: Caller;
    /** As what they looked, whichever of their roles is in use. */
    role: Role;
    childIds: string[];
    purpose: Look['purpose'];
    now: number;
  },
): Promise<void> {
  const { purpose, now } = entry;
  const viewer = entry.viewer.openid;
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
      who: sealViewer(idOf(childId), entry.viewer, entry.role),
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

const ViewerSchema = v.object({ role: v.optional(RoleSchema), name: v.optional(v.string()) });
const placeOf = (id: string) => ({ collection: accessLog.name, id, field: 'who' });

function sealViewer(id: string, { openid, person }: Caller, role: Role): string {
  const name =
    person?.name && decrypt({ collection: people.name, id: openid, field: 'name' }, person.name);
  return encrypt(placeOf(id), JSON.stringify({ role, name }));
}

/** A record as the child's guardians may read it. */
export function viewLook(record: DocumentOf<typeof accessLog>): Look {
  const viewer = v.parse(ViewerSchema, JSON.parse(decrypt(placeOf(record._id), record.who)));
  const { day, purpose, count } = record;
  return { day, purpose, count, ...viewer };
}
