/** The database: every operation of the wire protocol on documents, with or without a transaction. */
import { invalidParam } from '../errors';
import { applyUpdate, replaceWith } from './apply-update';
import { Browse } from './browse';
import { Catalog, type Collection } from './catalog';
import { findDocuments, predicate, type FindOptions, type Found } from './find';
import type { IndexDefinition } from './index-entries';
import { planQuery, type Order, type Plan } from './planner';
import { documentOf, idKey, newBody, Rows } from './rows';
import { closeSqlite, FORMAT, type Sqlite } from './sqlite';
import { Statements } from './statements';
import { checkUpdate } from './strict-update';
import { idOf, projected, withId, type Target, type Targeted } from './target';
import type { Document, Fields } from './values';
import { Writer, type WriterOptions } from './writer';

export interface StoreOptions extends WriterOptions {
  /** Called with the plan of each query before it runs; may throw to refuse it. */
  onPlan?: (collection: Collection, query: Fields, order: Order, plan: Plan) => void;
}

export const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 1000;

export class Store {
  readonly catalog: Catalog;
  /** Paging through collections, for the inspector. */
  readonly browse: Browse;
  private readonly statements: Statements;
  private readonly rows: Rows;
  private readonly writer: Writer;

  constructor(
    private readonly db: Sqlite,
    private readonly options: StoreOptions = {},
  ) {
    this.statements = new Statements(db);
    this.catalog = new Catalog(db, this.statements, options.onWrite);
    this.browse = new Browse(this.statements, this.catalog);
    this.rows = new Rows(this.statements, this.catalog);
    this.writer = new Writer(this.statements, this.rows, this.catalog, options);
    this.bringUpToDate();
  }

  /** A file of an older form gets its indexes anew; its documents are the same. */
  private bringUpToDate(): void {
    const [version] = this.statements.row('PRAGMA user_version') ?? [];
    if (Number(version) === FORMAT) return;
    this.statements.atomically(() => {
      for (const name of this.catalog.names()) {
        const collection = this.catalog.get(name);
        for (const index of collection.indexes) {
          this.catalog.emptyIndex(index);
          this.rows.fill(collection, index);
        }
      }
      this.db.pragma(`user_version = ${FORMAT}`);
    });
  }

  /** Creates what is missing of a collection, and gives it exactly these indexes. Throws INDEX_IMPOSSIBLE. */
  ensureCollection(name: string, indexes: readonly IndexDefinition[]): void {
    const collection = this.catalog.has(name) ? this.catalog.get(name) : this.catalog.create(name);
    this.statements.atomically(() => {
      const names = indexes.map((definition) => definition.name);
      this.catalog.keepOnly(collection, names);
      for (const definition of indexes) {
        const index = this.catalog.addIndex(collection, definition);
        if (index) this.rows.fill(collection, index);
      }
    });
  }

  begin(): string {
    return this.writer.transactions.begin();
  }

  commit(id: string): void {
    this.writer.transactions.commit(id);
  }

  /** Ends a transaction if it is open: a step of it has failed. */
  abandon(id: string | undefined): void {
    if (id !== undefined) this.writer.transactions.end(id);
  }

  abort(id: string): void {
    this.writer.transactions.abort(id);
  }

  /** Adds documents, all or none. Returns their ids. */
  insert(
    collectionName: string,
    documents: Fields[],
    transactionId?: string,
  ): Promise<Document['_id'][]> {
    const collection = this.catalog.get(collectionName);
    const bodies = documents.map((given) => newBody(withId(given)));
    return this.writer.run(transactionId, () => {
      const changes = bodies.map((next) => ({ collection, id: idKey(next.document._id), next }));
      const seen = new Set<string>();
      for (const { id, next } of changes) {
        if (seen.has(id) || this.writer.current(collection, id, transactionId) !== null) {
          throw this.writer.duplicateId(collection, JSON.stringify(next.document._id));
        }
        seen.add(id);
      }
      this.writer.write(changes, transactionId);
      return bodies.map((next) => next.document._id);
    });
  }

  /** Reads documents as canonical EJSON. At most 1,000, by default 100. */
  get(
    target: Target,
    options: { order?: Order; skip?: number; limit?: number; projection?: Fields },
  ): { bodies: string[]; examined: number } {
    const collection = this.catalog.get(target.collection);
    if (target.queryType === 'DOC' || target.transactionId !== undefined) {
      const { targets, examined } = this.chosen(collection, target, false);
      return { bodies: projected(targets, options.projection), examined };
    }
    const limit = Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
    const found = this.find(collection, target.query, {
      order: options.order,
      skip: options.skip,
      limit,
    });
    return { bodies: projected(found.matches, options.projection), examined: found.examined };
  }

  count(target: Target): { total: number; examined: number } {
    if (target.transactionId !== undefined)
      throw invalidParam('count() cannot be used in a transaction: only doc() and add()');
    const found = this.find(this.catalog.get(target.collection), target.query, {});
    return { total: found.matches.length, examined: found.examined };
  }

  /** Updates one or all matching documents; deciding and writing are one step. `last` is the EJSON of the last one matched. */
  update(
    target: Target,
    update: Fields,
    multi: boolean,
  ): Promise<{ updated: number; examined: number; last: string | null }> {
    const collection = this.catalog.get(target.collection);
    return this.writer.run(target.transactionId, () => {
      checkUpdate(update);
      const { targets, examined } = this.chosen(collection, target, multi);
      const results = targets.map(({ id, body }) => ({
        collection,
        id,
        body,
        next: newBody(applyUpdate(body, update)),
      }));
      const changes = results.filter(({ body, next }) => next.body !== body);
      this.writer.write(changes, target.transactionId);
      return { updated: changes.length, examined, last: results.at(-1)?.next.body ?? null };
    });
  }

  /** Replaces one document, or creates it: `doc().set()`. */
  set(
    target: Target,
    fields: Fields,
  ): Promise<{ updated: number; upserted: Document['_id'] | null }> {
    const collection = this.catalog.get(target.collection);
    const _id = idOf(target.query);
    return this.writer.run(target.transactionId, () => {
      const next = newBody(replaceWith(_id, fields));
      const before = this.writer.current(collection, idKey(_id), target.transactionId);
      if (before !== next.body)
        this.writer.write([{ collection, id: idKey(_id), next }], target.transactionId);
      if (before === null) return { updated: 0, upserted: _id };
      return { updated: before === next.body ? 0 : 1, upserted: null };
    });
  }

  remove(target: Target, multi: boolean): Promise<{ deleted: number; examined: number }> {
    const collection = this.catalog.get(target.collection);
    return this.writer.run(target.transactionId, () => {
      const { targets, examined } = this.chosen(collection, target, multi);
      this.writer.write(
        targets.map(({ id }) => ({ collection, id, next: null })),
        target.transactionId,
      );
      return { deleted: targets.length, examined };
    });
  }

  /** The documents an aggregation starts from, without any limit. */
  matching(
    collectionName: string,
    query: Fields,
    order: Order = [],
  ): { documents: Document[]; examined: number } {
    const found = this.find(this.catalog.get(collectionName), query, { order }, true);
    return { documents: found.matches.map((match) => match.document), examined: found.examined };
  }

  /** All documents of a collection that is joined by a field, which an index must serve in strict mode. */
  joined(collectionName: string, field: string): { documents: Document[]; examined: number } {
    const collection = this.catalog.get(collectionName);
    // What a lookup asks for each of its documents.
    const asked = { [field]: null };
    const plan = planQuery(asked, [], collection.indexes);
    this.options.onPlan?.(collection, asked, [], plan);
    const all = planQuery({}, [], collection.indexes);
    const found = findDocuments(this.rows, collection, {}, all, {});
    return { documents: found.matches.map((match) => match.document), examined: found.examined };
  }

  close(): void {
    this.writer.transactions.endAll();
    closeSqlite(this.db);
  }

  private find(
    collection: Collection,
    query: Fields,
    options: FindOptions,
    everything = false,
  ): Found {
    const order = options.order ?? [];
    const plan = { ...planQuery(query, order, collection.indexes), everything };
    this.options.onPlan?.(collection, query, order, plan);
    return findDocuments(this.rows, collection, query, plan, options);
  }

  /** The documents an operation is about. A transaction reaches documents by `_id` only. */
  private chosen(
    collection: Collection,
    target: Target,
    multi: boolean,
  ): { targets: Targeted[]; examined: number } {
    const { transactionId, query } = target;
    if (target.queryType === 'WHERE') {
      if (transactionId !== undefined) {
        return this.writer.guarded(transactionId, () => {
          throw invalidParam('where() cannot be used in a transaction: only doc() and add()');
        });
      }
      const found = this.find(collection, query, multi ? {} : { limit: 1 });
      return { targets: found.matches, examined: found.examined };
    }
    const id = idKey(idOf(query));
    const read = () => this.writer.current(collection, id, transactionId);
    const body = transactionId === undefined ? read() : this.writer.guarded(transactionId, read);
    if (body === null) return { targets: [], examined: 0 };
    const document = documentOf(body, { collection: collection.name, id });
    const fits = Object.keys(query).length === 1 || predicate(query)(document);
    return { targets: fits ? [{ id, body }] : [], examined: 1 };
  }
}
