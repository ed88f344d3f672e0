import * as v from 'valibot';
import { cloud } from './cloud';

// The SDK's typings lag behind: throwOnNotFound is documented.
const databaseOptions: object = { throwOnNotFound: false };

const sdkDatabase = cloud.database(databaseOptions);

export const command = sdkDatabase.command;

const OneSchema = v.object({ data: v.nullish(v.unknown()) });
const ManySchema = v.object({ data: v.array(v.unknown()) });
const UpdatedSchema = v.object({ stats: v.object({ updated: v.number() }) });
const NothingUpdatedSchema = v.object({ stats: v.object({ updated: v.literal(0) }) });

export type Fields = Record<string, unknown>;
/** Fields that must match, or an expression of `command.and` / `command.or`. */
export type Where = Fields | ReturnType<typeof command.and>;

export interface Find {
  where: Where;
  order?: [path: string, direction: 'asc' | 'desc'][];
  limit?: number;
  fields?: Record<string, boolean>;
}

/** What a transaction and the database itself have in common: operations on one document. */
export interface DocumentOperations {
  get(collection: string, id: string): Promise<unknown>;
  add(collection: string, document: Fields): Promise<void>;
  /** Answers whether there was such a document. */
  update(collection: string, id: string, change: Fields): Promise<boolean>;
  remove(collection: string, id: string): Promise<void>;
}

interface SdkCollections {
  collection(name: string): {
    doc(id: string): {
      get(): unknown;
      update(options: { data: Fields }): unknown;
      remove(): unknown;
    };
    add(options: { data: Fields }): unknown;
  };
}

function operationsOn(source: SdkCollections): DocumentOperations {
  return {
    async get(collection, id) {
      const answer = v.parse(OneSchema, await source.collection(collection).doc(id).get());
      return answer.data ?? undefined;
    },
    async add(collection, document) {
      await source.collection(collection).add({ data: withoutUndefined(document) });
    },
    async update(collection, id, change) {
      const answer: unknown = await source
        .collection(collection)
        .doc(id)
        .update({ data: withoutUndefined(change) });
      // In a transaction a missing document may be an error instead; there is then no such answer.
      return !v.is(NothingUpdatedSchema, answer);
    },
    async remove(collection, id) {
      await source.collection(collection).doc(id).remove();
    },
  };
}

export const documents = operationsOn(sdkDatabase);

export async function findMany(collection: string, find: Find): Promise<unknown[]> {
  let query = sdkDatabase.collection(collection).where(find.where);
  for (const [path, direction] of find.order ?? []) query = query.orderBy(path, direction);
  if (find.fields) query = query.field(find.fields);
  return v.parse(ManySchema, await query.limit(find.limit ?? 100).get()).data;
}

/** Changes every document that matches, each atomically; answers how many were changed. */
export async function updateWhere(
  collection: string,
  where: Where,
  change: Fields,
): Promise<number> {
  const query = sdkDatabase.collection(collection).where(where);
  return v.parse(UpdatedSchema, await query.update({ data: withoutUndefined(change) })).stats
    .updated;
}

const CountedSchema = v.object({ total: v.number() });

/** How many documents match. */
export async function count(collection: string, where: Where): Promise<number> {
  const answer: unknown = await sdkDatabase.collection(collection).where(where).count();
  return v.parse(CountedSchema, answer).total;
}

/** `unwind`: a list whose entries are counted one by one. `sum`: a number that is added up instead. */
export interface CountBy {
  unwind?: string;
  sum?: string;
}
const GroupsSchema = v.object({
  list: v.array(v.object({ _id: v.string(), count: v.number() })),
});
interface Pipeline {
  match(where: Where): Pipeline;
  unwind(path: string): Pipeline;
  group(groups: Fields): Pipeline;
  end(): Promise<unknown>;
}

/** Counts what matches by the value of a field, in one request. */
export async function countBy(
  collection: string,
  where: Where,
  field: string,
  { unwind, sum }: CountBy,
): Promise<Record<string, number>> {
  const source: unknown = sdkDatabase.collection(collection).aggregate();
  // The SDK's typings know no results of a pipeline.
  const matched = (source as Pipeline).match(where);
  const entries = unwind === undefined ? matched : matched.unwind(`$${unwind}`);
  const added = command.aggregate.sum(sum === undefined ? 1 : `$${sum}`);
  const answer = await entries.group({ _id: `$${field}`, count: added }).end();
  const groups = v.parse(GroupsSchema, answer).list;
  return Object.fromEntries(groups.map(({ _id, count }) => [_id, count]));
}

const RemovedSchema = v.object({ stats: v.object({ removed: v.number() }) });

/** Removes every document that matches; answers how many those were. */
export async function removeWhere(collection: string, where: Where): Promise<number> {
  const answer: unknown = await sdkDatabase.collection(collection).where(where).remove();
  return v.parse(RemovedSchema, answer).stats.removed;
}

/** Inserts many documents in one request. */
export async function addMany(collection: string, list: Fields[]): Promise<void> {
  await sdkDatabase.collection(collection).add({ data: list.map(withoutUndefined) });
}

export interface SdkTransaction extends DocumentOperations {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

const TransactionSchema = v.custom<
  SdkCollections & { commit(): Promise<unknown>; rollback(): Promise<unknown> }
>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'collection' in value &&
    'commit' in value &&
    'rollback' in value,
);

export async function startTransaction(): Promise<SdkTransaction> {
  const transaction = v.parse(TransactionSchema, await sdkDatabase.startTransaction());
  return {
    ...operationsOn(transaction),
    async commit() {
      await transaction.commit();
    },
    async rollback() {
      await transaction.rollback();
    },
  };
}

/** The database stores `undefined` as null, which a unique index then counts: leave it out. */
function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
