/** Documents as rows: reading by plan, writing together with every index entry. */
import { LocalCloudError, requestFailed } from '../errors';
import type { Catalog, Collection, LiveIndex } from './catalog';
import { parseFields, toEjson } from './ejson';
import { entriesOf, uniqueKeysOf } from './index-entries';
import type { Plan, Stretch } from './planner';
import { sortKey } from './sort-key';
import { selectOf } from './select';
import type { Statements } from './statements';
import { isDocument, isFields, type Document, type Value } from './values';

const MAX_BODY_BYTES = 16 * 2 ** 20;
/** Rows a scan holds at a time. */
const LARGEST_SCAN = 2000;

/** A stored document: its place (`seq`), the key of its `_id`, and its canonical EJSON. */
export interface StoredRow {
  seq: number;
  id: string;
  body: string;
}

/** A document about to be stored. */
export interface NewBody {
  document: Document;
  body: string;
}

/** Serialises a document. Throws DATABASE_REQUEST_FAILED above 16 MB and for names that no field can have. */
export function newBody(document: Document): NewBody {
  checkNames(document);
  const body = toEjson(document);
  if (body.length * 3 > MAX_BODY_BYTES && Buffer.byteLength(body) > MAX_BODY_BYTES)
    throw requestFailed('document is larger than 16 MB');
  return { document, body };
}

/** A name with a dot could never be asked for, one with a dollar would be taken for an operator. */
function checkNames(value: Value): void {
  if (Array.isArray(value)) return value.forEach(checkNames);
  if (!isFields(value)) return;
  for (const [name, held] of Object.entries(value)) {
    if (name.startsWith('$') || name.includes('.'))
      throw requestFailed(`The field name '${name}' is not valid for storage.`);
    if (typeof held === 'object') checkNames(held);
  }
}

/** The document in a row. What cannot be read is a fault of the server and says where, never one of the request. */
export function documentOf(body: string, where?: { collection: string; id: string }): Document {
  let why = 'it has no _id';
  try {
    const fields = parseFields(body, 0);
    if (isDocument(fields)) return fields;
  } catch {
    // Without the parser's words: they quote the document.
    why = 'it cannot be read';
  }
  const named = where ? ` of "${where.collection}" with the _id ${where.id.slice(1)}` : '';
  throw new Error(`a stored document${named} is damaged: ${why}`);
}

export class Rows {
  constructor(
    private readonly statements: Statements,
    private readonly catalog: Catalog,
  ) {}

  /** The row with this `_id` key, or null. */
  byId(collection: Collection, id: string): StoredRow | null {
    const row = this.statements.row(`SELECT seq, id, body FROM ${collection.table} WHERE id=?`, id);
    return row ? toRow(row) : null;
  }

  /** Rows of one stretch of a plan, in growing portions of which the caller takes as many as it needs. */
  *portions(
    collection: Collection,
    plan: Plan,
    stretch: Stretch,
    first: number,
  ): Generator<StoredRow[]> {
    const { sql, values } = selectOf(collection, plan, stretch);
    let size = first;
    let offset = 0;
    let after = 0;
    for (;;) {
      // A scan goes on after the last row; a stretch of an index skips what it gave, which growing keeps rare.
      const bounds = plan.by === null ? [after, size, 0] : [size, offset];
      const rows = this.statements.rows(`${sql} LIMIT ? OFFSET ?`, ...values, ...bounds).map(toRow);
      yield rows;
      if (rows.length < size) return;
      offset += size;
      after = rows.at(-1)?.seq ?? after;
      size = plan.by === null ? Math.min(LARGEST_SCAN, size * 4) : size * 4;
    }
  }

  /** Writes within the caller's SQLite transaction; `next` null deletes. */
  write(collection: Collection, id: string, old: StoredRow | null, next: NewBody | null): void {
    let seq = old?.seq;
    if (next && seq !== undefined) {
      this.statements.run(`UPDATE ${collection.table} SET body=? WHERE seq=?`, next.body, seq);
    } else if (next) {
      const [made] =
        this.statements.row(
          `INSERT INTO ${collection.table}(id, body) VALUES(?,?) RETURNING seq`,
          id,
          next.body,
        ) ?? [];
      seq = Number(made);
    } else if (seq !== undefined) {
      this.statements.run(`DELETE FROM ${collection.table} WHERE seq=?`, seq);
    }
    if (seq === undefined || collection.indexes.length === 0) return;
    const before = old ? documentOf(old.body) : null;
    for (const index of collection.indexes)
      this.reindex(index, seq, before, next?.document ?? null);
  }

  /** Fills a new index from the whole collection. Throws INDEX_IMPOSSIBLE when it is unique and the data is not. */
  fill(collection: Collection, index: LiveIndex): void {
    for (const row of this.statements
      .rows(`SELECT seq, id, body FROM ${collection.table}`)
      .map(toRow)) {
      const document = documentOf(row.body);
      if (index.definition.unique) this.requireNoTwin(collection, index, row.id, document);
      this.reindex(index, row.seq, null, document);
    }
  }

  /** Names no value: it may be somebody's telephone number, and this is printed at the start. */
  private requireNoTwin(
    collection: Collection,
    index: LiveIndex,
    id: string,
    document: Document,
  ): void {
    const keys = uniqueKeysOf(document, index.definition);
    if (keys.every((key) => this.holderOf(collection, index, key, id) === null)) return;
    throw new LocalCloudError(
      'INDEX_IMPOSSIBLE',
      `The unique index "${index.definition.name}" of "${collection.name}" cannot be made: two stored documents have the same key. Nothing was changed. Remove the duplicate, or leave the index out.`,
    );
  }

  /** The `_id` key of another document under the same unique key, or null. */
  holderOf(
    collection: Collection,
    index: LiveIndex,
    keys: readonly string[],
    exceptId: string,
  ): string | null {
    const where = keys.map((_, i) => `i.k${i}=?`).join(' AND ');
    const rows = this.statements.rows(
      `SELECT d.seq, d.id, d.body FROM ${index.table} i JOIN ${collection.table} d ON d.seq=i.seq WHERE ${where} AND d.id<>?${keys.length === 1 ? ' LIMIT 1' : ''}`,
      ...keys,
      exceptId,
    );
    // Several fields: the entries cross the elements of a list, so only the document tells which pairs there are.
    const wanted = keys.join('\0');
    const holder = rows
      .map(toRow)
      .find(
        ({ body }) =>
          keys.length === 1 ||
          uniqueKeysOf(documentOf(body), index.definition).some(
            (held) => held.join('\0') === wanted,
          ),
      );
    return holder?.id ?? null;
  }

  private reindex(
    index: LiveIndex,
    seq: number,
    before: Document | null,
    after: Document | null,
  ): void {
    const old = before ? entriesOf(before, index.definition).rows : [];
    const fresh = after ? entriesOf(after, index.definition) : { rows: [], multikey: [] };
    const join = (row: string[]) => row.join('\0');
    const oldSet = new Set(old.map(join));
    const freshSet = new Set(fresh.rows.map(join));
    const columns = index.definition.fields.map((_, i) => `k${i}`);
    for (const row of old) {
      if (!freshSet.has(join(row)))
        this.statements.run(
          `DELETE FROM ${index.table} WHERE ${columns.map((c) => `${c}=?`).join(' AND ')} AND seq=?`,
          ...row,
          seq,
        );
    }
    for (const row of fresh.rows) {
      if (!oldSet.has(join(row)))
        this.statements.run(
          `INSERT INTO ${index.table} VALUES(${columns.map(() => '?').join(',')},?)`,
          ...row,
          seq,
        );
    }
    this.catalog.markMultikey(index, fresh.multikey);
  }
}

function toRow(row: readonly unknown[]): StoredRow {
  return { seq: Number(row[0]), id: String(row[1]), body: String(row[2]) };
}

/** The key of a document's `_id`: `7` and `'7'` are different documents. */
export const idKey = (id: Document['_id']): string => sortKey(id);
