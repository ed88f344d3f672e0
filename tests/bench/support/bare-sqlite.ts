import Database from 'libsql';

/** The same four operations on the same rows, on SQLite alone: what the local cloud stands on. */
export interface BareSqlite {
  read(id: string): void;
  write(id: string): void;
  query(region: string, from: number): void;
  transfer(from: string, to: string): void;
  close(): void;
}

export interface Row {
  _id: string;
  region: string;
  start: number;
}

/** A file with the settings of the local cloud: WAL, synchronous NORMAL. */
export function openBareSqlite(file: string, rows: readonly Row[]): BareSqlite {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`CREATE TABLE doc(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
    CREATE TABLE find(region TEXT, start INTEGER, seq INTEGER, PRIMARY KEY(region, start, seq)) WITHOUT ROWID`);
  const insert = db.prepare('INSERT INTO doc(id, body) VALUES(?,?) RETURNING seq');
  const list = db.prepare('INSERT INTO find VALUES(?,?,?)');
  const get = db.prepare('SELECT body FROM doc WHERE id=?').raw();
  const put = db.prepare('UPDATE doc SET body=? WHERE id=?');
  const first = db
    .prepare(
      'SELECT d.body FROM find f CROSS JOIN doc d ON d.seq=f.seq WHERE region=? AND start>=? ORDER BY start LIMIT 3',
    )
    .raw();
  db.exec('BEGIN');
  for (const row of rows) {
    const [seq] = insert.raw().get(row._id, JSON.stringify(row)) as [number];
    list.run(row.region, row.start, seq);
  }
  db.exec('COMMIT');
  let count = 0;
  const read = (id: string) => {
    const [body] = get.get(id) as [string];
    return JSON.parse(body) as Row;
  };
  const write = (id: string) => {
    put.run(JSON.stringify({ ...read(id), count: (count += 1) }), id);
  };
  return {
    read,
    write,
    query(region, from) {
      for (const [body] of first.all(region, from) as [string][]) JSON.parse(body);
    },
    transfer(from, to) {
      db.exec('BEGIN');
      write(from);
      write(to);
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}
