/** Looking through collections page by page, without ever reading one as a whole. */
import { invalidParam } from '../errors';
import type { Catalog, Collection } from './catalog';
import type { IndexDefinition } from './index-entries';
import { sortKey } from './sort-key';
import type { Statements } from './statements';

/** Longer documents are shown by their beginning. */
const LONGEST_BODY = 64 * 1024;
const LAST_CHARACTER = '\u{10ffff}';

export type BrowseOrder = 'newest' | 'id';

/** A document as canonical EJSON, or the beginning of a long one. */
export type Glimpse = { bytes: number; body: unknown } | { bytes: number; beginning: string };

export interface BrowsePage {
  documents: Glimpse[];
  /** What to ask for the next page with; null at the end. */
  next: string | null;
}

export interface CollectionView {
  name: string;
  count: number;
  indexes: IndexDefinition[];
}

export class Browse {
  private counted: { changes: number; views: CollectionView[] } | null = null;

  constructor(
    private readonly statements: Statements,
    private readonly catalog: Catalog,
  ) {}

  /** All collections with their sizes and indexes. Counted again only when something was written. */
  collections(): CollectionView[] {
    const changes = Number(this.statements.row('SELECT total_changes()')?.[0]);
    if (this.counted?.changes !== changes) this.counted = { changes, views: this.countAll() };
    return this.counted.views;
  }

  private countAll(): CollectionView[] {
    return this.catalog.names().map((name) => {
      const collection = this.catalog.get(name);
      return {
        name,
        count: this.count(collection),
        indexes: collection.indexes.map(({ definition }) => definition),
      };
    });
  }

  /** One page, in the order of insertion from the newest, or by `_id`. Throws DATABASE_COLLECTION_NOT_EXIST. */
  page(name: string, order: BrowseOrder, after: string | null, size: number): BrowsePage {
    const { table } = this.catalog.get(name);
    const select = `SELECT seq, id, body FROM ${table}`;
    const last = after === null ? Number.MAX_SAFE_INTEGER : Number(after);
    if (order === 'newest' && !Number.isSafeInteger(last))
      throw invalidParam('after: no such page');
    const rows =
      order === 'newest'
        ? this.statements.rows(`${select} WHERE seq<? ORDER BY seq DESC LIMIT ?`, last, size + 1)
        : this.statements.rows(`${select} WHERE id>? ORDER BY id LIMIT ?`, after ?? '', size + 1);
    const lastShown = rows.length > size ? rows[size - 1] : undefined;
    return {
      documents: rows.slice(0, size).map((row) => glimpse(String(row[2]))),
      next: lastShown ? String(lastShown[order === 'newest' ? 0 : 1]) : null,
    };
  }

  /** The documents whose `_id` is this text or number, or begins with this text, at most `size`. */
  byId(name: string, wanted: string, size: number): BrowsePage {
    const { table } = this.catalog.get(name);
    const key = sortKey(wanted);
    // Two reads, each a stretch of one index: with OR SQLite may walk through everything.
    const asNumber = wanted.trim() === '' ? NaN : Number(wanted);
    const numbered = Number.isNaN(asNumber)
      ? []
      : this.statements.rows(`SELECT body FROM ${table} WHERE id=?`, sortKey(asNumber));
    const named = this.statements.rows(
      `SELECT body FROM ${table} WHERE id>=? AND id<? ORDER BY id LIMIT ?`,
      key,
      key + LAST_CHARACTER,
      size,
    );
    const rows = [...numbered, ...named];
    return { documents: rows.map((row) => glimpse(String(row[0]))), next: null };
  }

  private count(collection: Collection): number {
    return Number(this.statements.row(`SELECT count(*) FROM ${collection.table}`)?.[0] ?? 0);
  }
}

function glimpse(body: string): Glimpse {
  const bytes = Buffer.byteLength(body);
  if (body.length > LONGEST_BODY) return { bytes, beginning: body.slice(0, LONGEST_BODY) };
  const parsed: unknown = JSON.parse(body);
  return { bytes, body: parsed };
}
