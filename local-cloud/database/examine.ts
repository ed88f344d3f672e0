/** Whether a file is whole and one of ours. Looks only; whoever calls decides what to say. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { textOf } from '../errors';
import { readDefinition, readMarks } from './catalog';
import { commitsOf, type Mark } from './durability';
import type { Sqlite } from './sqlite';

/** Files up to this size are checked from end to end when opened (some 0.3 s). */
const CHECK_UP_TO_BYTES = 128 * 2 ** 20;

const damaged = (why: string) => Object.assign(new Error(why), { code: 'SQLITE_CORRUPT' });
const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

/** What can be seen without opening anything, which might create or empty a file. Throws SQLITE_CORRUPT. */
export function requirePresent(file: string, mark: Mark | null): void {
  const log = `${file}-wal`;
  if (sizeOf(file) === 0 && (mark !== null || sizeOf(log) > 0))
    throw damaged('it is missing or empty, and there was data');
  if (mark?.open && !existsSync(log))
    throw damaged(`it was not closed and its log ${log} is missing: the last changes are lost`);
}

/**
 * Examines copies of a file that was not closed: closing the original after a look would write its log into it.
 * Copied by a process of its own, as closing a file here would give up locks that this process may have on it.
 */
export function examineCopy(file: string, mark: Mark | null): void {
  if (sizeOf(`${file}-wal`) === 0 || sizeOf(file) > CHECK_UP_TO_BYTES) return;
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-examined-'));
  const copy = join(folder, 'database.sqlite');
  let db: Sqlite | undefined;
  try {
    const script =
      'const [from, to] = process.argv.slice(1); for (const end of ["", "-wal"]) require("fs").copyFileSync(from + end, to + end)';
    execFileSync(process.execPath, ['-e', script, file, copy], { stdio: 'pipe' });
    db = new Database(copy);
    examine(db, copy, mark);
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws SQLITE_CORRUPT for damage and for a file that somebody else has made. */
export function examine(db: Sqlite, file: string, mark: Mark | null): void {
  if (sizeOf(file) <= CHECK_UP_TO_BYTES) checkWhole(db);
  const tables = rowsOf(db, "SELECT name FROM sqlite_schema WHERE type='table'").map(([name]) =>
    String(name),
  );
  if (tables.some((name) => name !== 'durable')) checkCatalog(db, tables);
  else if (mark !== null && mark.commits > 1) throw damaged('it is empty, and there was data');
  const commits = tables.includes('durable') ? commitsOf(db) : 0;
  if (mark !== null && commits < mark.commits)
    throw damaged(
      `of ${mark.commits} changes it holds ${commits}: a part of it or its log is lost`,
    );
}

function rowsOf(db: Sqlite, sql: string): (readonly unknown[])[] {
  return db.prepare(sql).raw().all().filter(Array.isArray);
}

function checkWhole(db: Sqlite): void {
  const answer = rowsOf(db, 'PRAGMA quick_check(1)')[0]?.[0];
  if (answer !== 'ok') throw damaged(typeof answer === 'string' ? answer : 'no answer');
}

function checkCatalog(db: Sqlite, tables: readonly string[]): void {
  if (!tables.includes('collection') || !tables.includes('collection_index'))
    throw damaged('it is not a file of the local cloud');
  try {
    for (const [id, name] of rowsOf(db, 'SELECT id, name FROM collection'))
      if (!tables.includes(`doc_${String(id)}`))
        throw new Error(`${String(name)} has no documents`);
    for (const [id, definition, marks] of rowsOf(
      db,
      'SELECT id, definition, multikey FROM collection_index',
    )) {
      readDefinition(String(definition));
      readMarks(String(marks));
      if (!tables.includes(`ix_${String(id)}`)) throw new Error('an index has no entries');
    }
  } catch (thrown) {
    throw damaged(`its list of collections and indexes cannot be read: ${textOf(thrown)}`);
  }
}

/** Whether the process that wrote the file with its number still runs; if so the lock will tell. */
export function ownerRuns(pidFile: string): boolean {
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
  } catch {
    return false;
  }
}
