import * as v from 'valibot';
import type { AnyCollection } from '../../platform/collections';
import { command, type Database, type Where } from '../../platform/database';

/** WeChat Cloud reads so many at once at most. */
const atOnce = 1000;
/** Ids that one question names. */
const idsAtOnce = 500;

/** A day as the moments between which something happened. */
export interface Moments {
  from: number;
  to: number;
}

/**
 * Everything whose moment lies within, page by page: what a day costs depends on that day alone.
 * `schema` names what is read; the moment's field is among it.
 */
export async function rowsWithin<Entries extends v.ObjectEntries>(
  database: Database,
  collection: AnyCollection,
  { field, from, to, where = {} }: Moments & { field: string; where?: Record<string, unknown> },
  schema: v.ObjectSchema<Entries, undefined>,
) {
  const MomentSchema = v.looseObject({ [field]: v.number() });
  const momentOf = (row: unknown) => v.parse(MomentSchema, row)[field] ?? 0;
  const fields = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, true]));
  const rows: v.InferOutput<typeof schema>[] = [];
  for (let after = from; ;) {
    const within: Where = { ...where, [field]: command.gte(after).and(command.lt(to)) };
    const page = await database.findParts(collection, schema, {
      where: within,
      order: [[field, 'asc']],
      limit: atOnce,
      fields,
    });
    if (page.length < atOnce) return [...rows, ...page];
    // Those of the last moment may go on in the next page.
    const last = momentOf(page.at(-1));
    const whole = page.filter((row) => momentOf(row) < last);
    rows.push(...(whole.length > 0 ? whole : page));
    after = whole.length > 0 ? last : last + 1;
  }
}

/** The documents of these ids, in parts. */
export async function rowsOf<Entries extends v.ObjectEntries>(
  database: Database,
  collection: AnyCollection,
  ids: readonly string[],
  schema: v.ObjectSchema<Entries, undefined>,
) {
  const fields = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, true]));
  const rows: v.InferOutput<typeof schema>[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const where = { _id: command.in(ids.slice(at, at + idsAtOnce)) };
    rows.push(
      ...(await database.findParts(collection, schema, { where, limit: idsAtOnce, fields })),
    );
  }
  return rows;
}
