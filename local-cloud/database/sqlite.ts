/** The SQLite file: opened for this process alone, checked, and described in plain words when it is not usable. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { LocalCloudError, codeOf, textOf } from '../errors';
import { closing, keepMarks, readMark } from './durability';
import { examine, examineCopy, ownerRuns, requirePresent } from './examine';

export type Sqlite = Database.Database;

/** The form in which this version keeps data. Raised when the keys of indexes change. */
export const FORMAT = 2;

/**
 * Opens `dataDir/database.sqlite`, creating both if missing.
 * The file is locked by the operating system while we run: the lock cannot go stale, not even by `kill -9`.
 * Throws LocalCloudError DATA_UNWRITABLE, DATA_IN_USE, DATA_NEWER or DATA_DAMAGED; never deletes anything.
 */
export function openSqlite(dataDir: string): Sqlite {
  prepareFolder(dataDir);
  const file = join(dataDir, 'database.sqlite');
  const pidFile = join(dataDir, 'local-cloud.pid');
  const mark = readMark(dataDir);
  let db: Sqlite | undefined;
  try {
    requirePresent(file, mark);
    if (!ownerRuns(pidFile)) examineCopy(file, mark);
    db = new Database(file);
    db.pragma('locking_mode = EXCLUSIVE');
    // Taking the write lock once makes it ours until we close.
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    requireKnownFormat(db, file);
    examine(db, file, mark);
    // Only now: changing the mode writes to the file, and a damaged one is left as it is.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    keepMarks(db, dataDir);
    writeFileSync(pidFile, String(process.pid));
    return db;
  } catch (thrown) {
    if (db) letGo(db);
    throw explain(thrown, dataDir, file, pidFile);
  }
}

/**
 * Closes the file and gives up its lock at once. `close` alone is not enough: libsql keeps the file open until
 * the last prepared statement has been garbage collected, and a WAL opened exclusively stays locked until then.
 */
export function closeSqlite(db: Sqlite): void {
  try {
    closing(db);
    db.pragma('journal_mode = DELETE');
    db.pragma('locking_mode = NORMAL');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    db.close();
  }
}

/** Closes a file that was refused, and gives up the lock that statements not yet collected would keep. */
function letGo(db: Sqlite): void {
  try {
    db.pragma('locking_mode = NORMAL');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    // It cannot be read, which is why it was refused.
  }
  db.close();
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw unwritable(dataDir, textOf(thrown));
  }
}

function requireKnownFormat(db: Sqlite, file: string): void {
  const row = db.prepare('PRAGMA user_version').raw().get();
  if (Array.isArray(row) && Number(row[0]) > FORMAT)
    throw new LocalCloudError(
      'DATA_NEWER',
      `The data file ${file} was written by a newer version of the local cloud. Nothing was changed. Update this one, or choose another folder with --data.`,
    );
}

function explain(thrown: unknown, dataDir: string, file: string, pidFile: string): Error {
  if (thrown instanceof LocalCloudError) return thrown;
  const code = codeOf(thrown);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const pid = existsSync(pidFile) ? ` (process ${readFileSync(pidFile, 'utf8').trim()})` : '';
    return new LocalCloudError(
      'DATA_IN_USE',
      `Another local cloud${pid} is using ${dataDir}. Stop it, or choose another folder with --data.`,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new LocalCloudError(
      'DATA_DAMAGED',
      `The data file ${file} is damaged (${textOf(thrown)}). Nothing was changed. Move the folder ${dataDir} away to start afresh, or put a backup in its place; "sqlite3 ${file} .recover" can save what is readable.`,
    );
  }
  if (/READONLY|CANTOPEN|IOERR|FULL|PERM/.test(code) || textOf(thrown).includes('Unable to open'))
    return unwritable(dataDir, textOf(thrown));
  return thrown instanceof Error ? thrown : new Error(textOf(thrown));
}

const unwritable = (dataDir: string, why: string) =>
  new LocalCloudError(
    'DATA_UNWRITABLE',
    `The data folder ${dataDir} cannot be written (${why}). Give it write permission, free some space, or choose another folder with --data.`,
  );
