import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  counsellors,
  hotlines,
  regions,
  schools,
  services,
  settings,
  type AnyCollection,
  type DocumentOf,
} from '../../cloudfunctions/platform/collections';
import { command, type Database, type Where } from '../../cloudfunctions/platform/database';
import { writeTable } from './sheet';
import { counsellorColumns, hotlineColumns, schoolColumns, serviceColumns } from './sheets';

const atOnce = 1000;

/**
 * Writes a county as a pack: what a pack holds, and nothing about families or staff. `kind`: of the
 * spreadsheets. Answers how many rows each has.
 */
export async function exportPack(
  database: Database,
  county: string,
  folder: string,
  kind: 'csv' | 'xlsx' = 'csv',
): Promise<Record<string, number>> {
  const townships = (
    await all(database, regions, { _id: command.gte(county).and(command.lt(`${county}~`)) })
  ).filter(({ _id }) => _id.startsWith(county));
  const [first] = townships;
  if (!first) throw new Error(`There is no county ${county}.`);
  const places = await all(database, services, { county });
  const names = new Map(townships.map(({ _id, name }) => [_id, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const numbers = await database.get(settings, county);
  mkdirSync(folder, { recursive: true });
  const file = (name: string) => path.join(folder, `${name}.${kind}`);
  const json = {
    format: 1,
    code: county,
    name: first.countyName,
    ...(places.some(({ demonstration }) => demonstration) ? { demonstration: true } : {}),
    townships: townships.map(({ _id, name }) => ({ code: _id, name })),
    ...(numbers?.priority ? { priority: numbers.priority } : {}),
    holidays: numbers?.holidays ?? [],
  };
  writeFileSync(path.join(folder, 'county.json'), `${JSON.stringify(json, null, 2)}\n`);
  const lines = await all(database, hotlines, { region: county }, [
    ['region', 'asc'],
    ['order', 'asc'],
  ]);
  const learning = await all(database, schools, { county });
  const people = await all(database, counsellors, { county });
  await writeTable(
    file('services'),
    serviceColumns,
    places.map(({ _id, township, travel, phone, referredBy, ...rest }) => ({
      ...rest,
      ...{ id: _id, township: nameOf(township), phone, referredBy },
      travel: Object.fromEntries(Object.entries(travel).map(([code, one]) => [nameOf(code), one])),
    })),
  );
  await writeTable(
    file('hotlines'),
    hotlineColumns,
    lines.map(({ _id, ...line }) => ({ id: _id, ...line })),
  );
  await writeTable(
    file('schools'),
    schoolColumns,
    learning.map(({ _id, name, township, phone }) => ({
      ...{ id: _id, name, township: nameOf(township), phone },
    })),
  );
  await writeTable(
    file('counsellors'),
    counsellorColumns,
    people.map(({ _id, services: at, ...rest }) => ({
      ...{ ...rest, id: _id, services: at.map(({ id }) => id) },
    })),
  );
  return {
    townships: townships.length,
    services: places.length,
    hotlines: lines.length,
    schools: learning.length,
    counsellors: people.length,
  };
}

async function all<C extends AnyCollection>(
  database: Database,
  from: C,
  where: Where,
  order: [string, 'asc'][] = [['_id', 'asc']],
): Promise<DocumentOf<C>[]> {
  const found = await database.find(from, { where, order, limit: atOnce });
  if (found.length === atOnce) throw new Error(`${from.name} has more than ${atOnce} rows.`);
  return found;
}
