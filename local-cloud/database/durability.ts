/**
 * What the data folder remembers beside the SQLite file, so that a part that went missing is noticed: without it a
 * file of 0 bytes is an empty database and a lost write-ahead log is a database with the last documents missing.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Sqlite } from './sqlite';

/** Between two checkpoints; what a damaged log can lose unnoticed. */
export const MARK_EVERY_MS = 2_000;

const markSchema = v.object({
  /** At least so many commits are in the file and its log. */
  commits: v.number(),
  /** Not closed since: the log must be there. */
  open: v.boolean(),
});
export type Mark = v.InferOutput<typeof markSchema>;

const markFile = (dataDir: string) => join(dataDir, 'database.mark.json');

/** The mark of earlier data; null when there is none or none that can be read, which proves nothing. */
export function readMark(dataDir: string): Mark | null {
  try {
    return v.parse(markSchema, JSON.parse(readFileSync(markFile(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** On the disk and whole, or as it was. */
function writeMark(dataDir: string, mark: Mark): void {
  const fresh = `${markFile(dataDir)}.new`;
  const file = openSync(fresh, 'w');
  try {
    writeSync(file, JSON.stringify(mark));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, markFile(dataDir));
}

/** How many commits the file and its log hold. */
export function commitsOf(db: Sqlite): number {
  const row: unknown = db.prepare('SELECT commits FROM durable').raw().get();
  return Array.isArray(row) ? Number(row[0]) : 0;
}

/** Counts commits; now and then empties the log into the file and marks how far that reaches. */
class Durability {
  private marked = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Sqlite,
    private readonly dataDir: string,
  ) {
    db.exec(
      'CREATE TABLE IF NOT EXISTS durable(id INTEGER PRIMARY KEY CHECK(id=1), commits INTEGER NOT NULL); INSERT OR IGNORE INTO durable VALUES(1, 0)',
    );
    // Makes the log exist before the mark says so.
    db.exec('UPDATE durable SET commits=commits+1');
    this.mark(true);
  }

  committed(): void {
    if (this.timer) return;
    const left = this.marked + MARK_EVERY_MS - performance.now();
    this.timer = setTimeout(() => this.tick(), Math.max(0, left));
    this.timer.unref();
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.mark(false);
  }

  private tick(): void {
    this.timer = undefined;
    try {
      this.mark(true);
    } catch {
      // A full disk: what was acknowledged is in the log. The next commit tries again.
    }
  }

  /** First everything is in the file, synced by the checkpoint: a mark must never promise more than a loss of power leaves. */
  private mark(open: boolean): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    writeMark(this.dataDir, { commits: commitsOf(this.db), open });
    this.marked = performance.now();
  }
}

const kept = new WeakMap<Sqlite, Durability>();

export const keepMarks = (db: Sqlite, dataDir: string): void =>
  void kept.set(db, new Durability(db, dataDir));

/** To be called after every commit. */
export const committed = (db: Sqlite): void => kept.get(db)?.committed();

/** To be called before the file is closed on purpose. */
export const closing = (db: Sqlite): void => kept.get(db)?.close();
