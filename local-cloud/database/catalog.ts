/** The collections and their indexes: which exist, and the SQLite tables behind them. */
import * as v from 'valibot';
import { CloudError, codeOf, collectionMissing, invalidParam, requestFailed } from '../errors';
import { requireNoPosition, type IndexDefinition } from './index-entries';
import type { PlannedIndex } from './planner';
import type { Sqlite } from './sqlite';
import type { Statements } from './statements';

export interface LiveIndex extends PlannedIndex {
  id: number;
  table: string;
}

export interface Collection {
  id: number;
  name: string;
  table: string;
  indexes: LiveIndex[];
}

const definitionSchema = v.object({
  name: v.string(),
  fields: v.pipe(
    v.array(v.tuple([v.string(), v.picklist([1, -1])])),
    v.minLength(1),
    v.maxLength(8),
  ),
  unique: v.optional(v.boolean()),
});

/** What is kept about an index. Both throw for text that is damaged. */
export const readDefinition = (text: string): IndexDefinition =>
  v.parse(definitionSchema, JSON.parse(text));
export const readMarks = (text: string): boolean[] =>
  v.parse(v.array(v.boolean()), JSON.parse(text));

const MAX_INDEXES = 20;
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

const newCollection = (id: number, name: string): Collection => ({
  id,
  name,
  table: `doc_${id}`,
  indexes: [],
});

/** Keeps the list of collections in memory and in SQLite. */
export class Catalog {
  private readonly byName = new Map<string, Collection>();
  /** Indexes whose list marks are known to be on disk; a rollback makes that uncertain. */
  private readonly marksStored = new Set<number>();

  constructor(
    private readonly db: Sqlite,
    private readonly statements: Statements,
    /** Called when everything is written and before it is final; may throw, as a full disk does. */
    private readonly onWrite?: () => void,
  ) {
    db.exec(`CREATE TABLE IF NOT EXISTS collection(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE IF NOT EXISTS collection_index(id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, definition TEXT NOT NULL, multikey TEXT NOT NULL);`);
    for (const [id, name] of statements.rows('SELECT id, name FROM collection')) {
      this.byName.set(String(name), newCollection(Number(id), String(name)));
    }
    const byId = new Map([...this.byName.values()].map((c) => [c.id, c]));
    for (const [id, owner, definition, multikey] of statements.rows(
      'SELECT id, collection, definition, multikey FROM collection_index ORDER BY id',
    )) {
      byId.get(Number(owner))?.indexes.push({
        id: Number(id),
        table: `ix_${Number(id)}`,
        definition: readDefinition(String(definition)),
        multikey: readMarks(String(multikey)),
      });
    }
  }

  /** The names, in the order of the alphabet. */
  names(): string[] {
    return [...this.byName.keys()].sort();
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** Throws DATABASE_COLLECTION_NOT_EXIST. */
  get(name: string): Collection {
    const found = this.byName.get(name);
    if (!found) throw collectionMissing(name);
    return found;
  }

  /** Throws DATABASE_COLLECTION_ALREADY_EXIST, or INVALID_PARAM for a bad name. */
  create(name: string): Collection {
    if (!NAME.test(name)) throw invalidParam(`bad collection name: ${name}`);
    if (this.byName.has(name))
      throw new CloudError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `[ResourceExist] Table exist: ${name}`,
      );
    const made = this.written(() => {
      const [id] =
        this.statements.row('INSERT INTO collection(name) VALUES(?) RETURNING id', name) ?? [];
      const fresh = newCollection(Number(id), name);
      this.db.exec(
        `CREATE TABLE ${fresh.table}(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)`,
      );
      return fresh;
    });
    this.byName.set(name, made);
    return made;
  }

  /** All of it or nothing, also on a full disk. */
  private written<T>(work: () => T): T {
    try {
      return this.statements.atomically(() => {
        const result = work();
        this.onWrite?.();
        return result;
      });
    } catch (thrown) {
      if (codeOf(thrown).startsWith('SQLITE_FULL')) throw requestFailed('the disk is full');
      throw thrown;
    }
  }

  /** Registers an empty index; the caller fills it. Returns null when the same index exists already. */
  addIndex(collection: Collection, given: IndexDefinition): LiveIndex | null {
    const definition = v.parse(definitionSchema, given);
    for (const [path] of definition.fields) requireNoPosition(path);
    const existing = collection.indexes.find((index) => index.definition.name === definition.name);
    if (existing) {
      if (JSON.stringify(existing.definition) === JSON.stringify(definition)) return null;
      this.dropIndex(collection, existing);
    }
    if (collection.indexes.length >= MAX_INDEXES)
      throw invalidParam(`${collection.name}: at most ${MAX_INDEXES} indexes`);
    const multikey = definition.fields.map(() => false);
    const [id] =
      this.statements.row(
        'INSERT INTO collection_index(collection, definition, multikey) VALUES(?,?,?) RETURNING id',
        collection.id,
        JSON.stringify(definition),
        JSON.stringify(multikey),
      ) ?? [];
    const index: LiveIndex = { id: Number(id), table: `ix_${Number(id)}`, definition, multikey };
    const columns = definition.fields.map((_, i) => `k${i} TEXT NOT NULL`).join(', ');
    const key = definition.fields
      .map(([, direction], i) => `k${i}${direction === -1 ? ' DESC' : ''}`)
      .join(', ');
    this.db.exec(
      `CREATE TABLE ${index.table}(${columns}, seq INTEGER NOT NULL, PRIMARY KEY(${key}, seq)) WITHOUT ROWID`,
    );
    collection.indexes.push(index);
    return index;
  }

  /** Drops the indexes that are no longer wanted, so that none serves a query here that nobody has declared. */
  keepOnly(collection: Collection, names: readonly string[]): void {
    for (const index of [...collection.indexes])
      if (!names.includes(index.definition.name)) this.dropIndex(collection, index);
  }

  /** Empties an index that was kept in an older form; the caller fills it again. */
  emptyIndex(index: LiveIndex): void {
    this.db.exec(`DELETE FROM ${index.table}`);
  }

  /** Remembers that a field of the index has met a list, which limits what the planner may conclude. */
  markMultikey(index: LiveIndex, multikey: boolean[]): void {
    if (!multikey.includes(true)) return;
    if (this.marksStored.has(index.id) && multikey.every((flag, i) => !flag || index.multikey[i]))
      return;
    index.multikey = index.multikey.map((flag, i) => flag || multikey[i] === true);
    this.statements.run(
      'UPDATE collection_index SET multikey=? WHERE id=?',
      JSON.stringify(index.multikey),
      index.id,
    );
    this.marksStored.add(index.id);
  }

  /** To be called after a rollback. */
  forgetStoredMarks(): void {
    this.marksStored.clear();
  }

  private dropIndex(collection: Collection, index: LiveIndex): void {
    this.db.exec(`DROP TABLE ${index.table}`);
    this.statements.run('DELETE FROM collection_index WHERE id=?', index.id);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }
}
