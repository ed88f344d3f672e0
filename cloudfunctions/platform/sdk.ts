import cloud from 'wx-server-sdk';
import * as v from 'valibot';

/**
 * The one file that knows wx-server-sdk. What it returns is loosely typed, so everything that
 * comes back passes a schema before the rest of the platform sees it.
 */
// The SDK's typings lag behind: DYNAMIC_CURRENT_ENV is a symbol, throwOnNotFound is documented.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
const databaseOptions: object = { throwOnNotFound: false };

const sdkDatabase = cloud.database(databaseOptions);

export const command = sdkDatabase.command;

const ContextSchema = v.object({
  // An all-digit openid arrives as a number (wechat-cloud.md).
  OPENID: v.optional(v.union([v.string(), v.number()])),
});

/** The openid WeChat vouches for; undefined for timers. Call it inside `main` only. */
export function callingOpenid(): string | undefined {
  const { OPENID } = v.parse(ContextSchema, cloud.getWXContext());
  return OPENID === undefined ? undefined : String(OPENID);
}

const OneSchema = v.object({ data: v.nullish(v.unknown()) });
const ManySchema = v.object({ data: v.array(v.unknown()) });
const UpdatedSchema = v.object({ stats: v.object({ updated: v.number() }) });
const NothingUpdatedSchema = v.object({ stats: v.object({ updated: v.literal(0) }) });
const LinksSchema = v.object({
  fileList: v.array(v.object({ fileID: v.string(), tempFileURL: v.string(), status: v.number() })),
});

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

/** A link to a file of cloud storage that stops working after `seconds`; undefined when it is gone. */
export async function temporaryLink(fileId: string, seconds: number): Promise<string | undefined> {
  const answer: unknown = await cloud.getTempFileURL({
    fileList: [{ fileID: fileId, maxAge: seconds }],
  });
  const [file] = v.parse(LinksSchema, answer).fileList;
  return file && file.tempFileURL !== '' ? file.tempFileURL : undefined;
}

/** Deletes files of cloud storage; what is not there is no error. */
export async function deleteFiles(fileIds: string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: fileIds });
}

interface OpenApi {
  wxacode: {
    getUnlimited(options: {
      scene: string;
      page: string;
      width: number;
      checkPath: boolean;
    }): Promise<unknown>;
  };
}
const PictureSchema = v.object({ buffer: v.instance(Buffer) });

/**
 * A mini program code that opens `page` with `scene` (at most 32 characters), as PNG. WeChat draws
 * any number of them (wxacode.getUnlimited). Throws what WeChat refuses.
 */
export async function miniProgramCode(page: string, scene: string): Promise<Buffer> {
  // The SDK makes these interfaces up as they are asked for, and has no types for them.
  const { wxacode } = cloud.openapi as unknown as OpenApi;
  const answer: unknown = await wxacode.getUnlimited({
    scene,
    page,
    width: 430,
    // The page may be in a version that is not published yet.
    checkPath: false,
  });
  return v.parse(PictureSchema, answer).buffer;
}

/** The database stores `undefined` as null, which a unique index then counts: leave it out. */
function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
