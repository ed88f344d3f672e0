import * as v from 'valibot';
import { addDays, dayOf } from '@rules/dates';
import { isClosed, monthOfDay } from '@rules/periods';
import { figures, guideTallies, type FigureDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { closeGuideMonth } from './close-guide-month';
import { figuresOfDay, lastWholeDay } from './day-figures';
import type { Increments } from './increments';
import { settleQuarter } from './settle-quarter';

/** Days that one run counts at most: after a long stop it catches up. */
const daysAtOnce = 3;
/** Events are kept for so long (platform/sweep.ts): what is older cannot be counted any more. */
const daysBack = 29;
/** Townships that are read at once. */
const townshipsAtOnce = 1000;

/** The document that says how far it is counted. */
export const allFigures = 'all';

/**
 * Counts the days that are over and not counted yet, into months and quarters. A run that dies in a
 * day counts it again; no document takes a day twice. Answers how many days it counted.
 */
export async function countFigures(database: Database, now: number): Promise<number> {
  const yesterday = lastWholeDay(now);
  const oldest = addDays(dayOf(now), -daysBack);
  let all = await database.get(figures, allFigures);
  const next = all ? addDays(all.through, 1) : yesterday;
  let day = next < oldest ? oldest : next;
  let counted = 0;
  while (day <= yesterday && counted < daysAtOnce) {
    all = await countDay(database, day, all);
    day = addDays(day, 1);
    counted += 1;
  }
  return counted;
}

async function countDay(
  database: Database,
  day: string,
  all: FigureDocument | undefined,
): Promise<FigureDocument> {
  const increments = await figuresOfDay(database, day);
  const heard = await heardByTownship(database);
  for (const [township, count] of Object.entries(heard)) {
    // What was heard before anything was counted belongs to no day.
    const before = all ? (all.heard?.[township] ?? 0) : count;
    increments.count('heard', { township }, Math.max(0, count - before));
  }
  await writeDay(database, day, increments);
  await settleQuarter(database, day);
  const month = monthOfDay(day);
  if (isClosed(month, day)) await closeGuideMonth(database, month);
  const after = { _id: allFigures, through: day, from: all?.from ?? day, heard };
  if (all) {
    const change = { through: day, heard: command.set(heard) };
    await database.updateWhere(figures, { _id: allFigures, through: command.lt(day) }, change);
  } else {
    await database.add(figures, after);
  }
  return after;
}

/** Adds a day to each document it belongs to; one that has taken it already does not change. */
async function writeDay(database: Database, day: string, { byDocument }: Increments) {
  for (const [_id, paths] of byDocument) {
    const change = {
      through: day,
      ...Object.fromEntries(Object.entries(paths).map(([path, by]) => [path, command.inc(by)])),
    };
    const add = () => database.updateWhere(figures, { _id, through: command.lt(day) }, change);
    if ((await add()) > 0 || (await database.get(figures, _id))) continue;
    await database.add(figures, { _id, through: '' });
    await add();
  }
}

/** Guides heard to the end until now, by township: what a day adds is the difference to before. */
async function heardByTownship(database: Database): Promise<Record<string, number>> {
  const schema = v.pick(guideTallies.schema, ['_id', 'counts']);
  const heard: Record<string, number> = {};
  for (let after = ''; ;) {
    const page = await database.findParts(guideTallies, schema, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: townshipsAtOnce,
      fields: { counts: true },
    });
    for (const { _id, counts } of page) {
      heard[_id] = Object.values(counts).reduce((sum, one) => sum + one.heard, 0);
    }
    const last = page.at(-1);
    if (!last || page.length < townshipsAtOnce) return heard;
    after = last._id;
  }
}
