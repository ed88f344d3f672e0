import * as v from 'valibot';
import { regions } from './collections';
import { command, type Database } from './database';

/** No county has more townships. */
const townshipsAtMost = 100;
/** Sorts after every digit. */
export const afterDigits = '~';

/** A county's townships, by code. One round trip. */
export async function townshipsOf(database: Database, county: string) {
  return database.findParts(regions, v.object({ _id: v.string(), name: v.string() }), {
    where: { _id: command.gte(county).and(command.lt(`${county}${afterDigits}`)) },
    order: [['_id', 'asc']],
    limit: townshipsAtMost,
    fields: { name: true },
  });
}
