/** Prepared statements, kept by their text. Only text and integers are bound: a Buffer would abort the process (libsql 0.5.29). */
import type Database from 'libsql';
import { committed } from './durability';
import type { Sqlite } from './sqlite';

export type Bound = string | number;
type Row = readonly unknown[];

export class Statements {
  private readonly prepared = new Map<string, Database.Statement>();

  constructor(private readonly db: Sqlite) {}

  /** The first row as a list of its columns, or null. */
  row(sql: string, ...values: Bound[]): Row | null {
    const row: unknown = this.reader(sql).get(...values);
    return Array.isArray(row) ? row : null;
  }

  /** All rows, each a list of its columns. */
  rows(sql: string, ...values: Bound[]): Row[] {
    return this.reader(sql)
      .all(...values)
      .filter(Array.isArray);
  }

  run(sql: string, ...values: Bound[]): void {
    this.prepare(sql).run(...values);
  }

  /** Runs `work` in one SQLite transaction: all of it is kept, or nothing. */
  atomically<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('UPDATE durable SET commits=commits+1');
      this.db.exec('COMMIT');
      committed(this.db);
      return result;
    } catch (thrown) {
      // A full disk may have rolled back already.
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw thrown;
    }
  }

  private reader(sql: string): Database.Statement {
    const known = this.prepared.get(sql);
    if (known) return known;
    return this.prepare(sql).raw();
  }

  private prepare(sql: string): Database.Statement {
    const known = this.prepared.get(sql);
    if (known) return known;
    const made = this.db.prepare(sql);
    this.prepared.set(sql, made);
    return made;
  }
}
