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
  SOURCE: v.optional(v.string()),
});

/** The openid WeChat vouches for; undefined for timers. Call it inside `main` only. */
export function callingOpenid(): string | undefined {
  const { OPENID } = v.parse(ContextSchema, cloud.getWXContext());
  return OPENID === undefined ? undefined : String(OPENID);
}

/** Where people call from; a function that one of these calls says so as well (`wx_client,scf`). */
const sourcesOfPeople = ['wx_client', 'wx_devtools', 'wx_http'];

/**
 * Whether a person calls, and not WeChat's message push, which may come with the openid of whom it is
 * about (WeChat's own example answers `wxContext.OPENID`). Call it inside `main` only.
 */
export function calledByPerson(): boolean {
  const { OPENID, SOURCE = '' } = v.parse(ContextSchema, cloud.getWXContext());
  if (SOURCE === '') return OPENID !== undefined;
  return sourcesOfPeople.some((source) => SOURCE.split(',').includes(source));
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

/** A link to a file of cloud storage that stops working after `seconds`; undefined when it is gone. */
export async function temporaryLink(fileId: string, seconds: number): Promise<string | undefined> {
  const answer: unknown = await cloud.getTempFileURL({
    fileList: [{ fileID: fileId, maxAge: seconds }],
  });
  const [file] = v.parse(LinksSchema, answer).fileList;
  return file && file.tempFileURL !== '' ? file.tempFileURL : undefined;
}

/** Links to many files at once, by file id; what is gone has none. */
export async function temporaryLinks(
  fileIds: string[],
  seconds: number,
): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map();
  const answer: unknown = await cloud.getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })),
  });
  const { fileList } = v.parse(LinksSchema, answer);
  return new Map(
    fileList.flatMap(({ fileID, tempFileURL }) =>
      tempFileURL === '' ? [] : [[fileID, tempFileURL] as const],
    ),
  );
}

const ContentSchema = v.object({ fileContent: v.instance(Buffer) });

/** What is in a file of cloud storage; undefined when it is not there. */
export async function readFile(fileId: string): Promise<Buffer | undefined> {
  if ((await temporaryLink(fileId, 60)) === undefined) return undefined;
  const answer: unknown = await cloud.downloadFile({ fileID: fileId });
  return v.parse(ContentSchema, answer).fileContent;
}

/** Puts a file where no phone can change it, and answers its id. */
export async function storeFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const uploaded: unknown = await cloud.uploadFile({ cloudPath, fileContent });
  return v.parse(UploadedSchema, uploaded).fileID;
}

/** WeChat deletes at most so many in one request. */
const filesAtOnce = 50;

/** Deletes files of cloud storage; what is not there is no error. */
export async function deleteFiles(fileIds: string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: fileIds });
}

const UploadedSchema = v.object({ fileID: v.string() });

/**
 * Deletes files by their paths, which is all that is known of one whose upload was not reported. A
 * file's id holds the name of the storage as well, and only an upload tells it: an empty file does.
 */
export async function deletePaths(paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  const cloudPath = 'system/where';
  const uploaded: unknown = await cloud.uploadFile({ cloudPath, fileContent: Buffer.alloc(0) });
  const { fileID } = v.parse(UploadedSchema, uploaded);
  const storage = fileID.slice(0, fileID.length - cloudPath.length);
  for (let at = 0; at < paths.length; at += filesAtOnce) {
    await deleteFiles(paths.slice(at, at + filesAtOnce).map((path) => storage + path));
  }
}

interface OpenApi {
  subscribeMessage: {
    send(options: {
      touser: string;
      templateId: string;
      page: string;
      data: Record<string, { value: string }>;
      miniprogramState?: string;
    }): Promise<unknown>;
  };
  wxacode: {
    getUnlimited(options: {
      scene: string;
      page: string;
      width: number;
      checkPath: boolean;
    }): Promise<unknown>;
  };
  security: {
    msgSecCheck(options: {
      version: 2;
      openid: string;
      scene: number;
      content: string;
    }): Promise<unknown>;
    mediaCheckAsync(options: {
      version: 2;
      openid: string;
      scene: number;
      mediaUrl: string;
      mediaType: number;
    }): Promise<unknown>;
  };
}
/** The SDK makes these interfaces up as they are asked for, and has no types for them. */
const openApi = () => cloud.openapi as unknown as OpenApi;

const PictureSchema = v.object({ buffer: v.instance(Buffer) });

/**
 * A mini program code that opens `page` with `scene` (at most 32 characters), as PNG. WeChat draws
 * any number of them (wxacode.getUnlimited). Throws what WeChat refuses.
 */
export async function miniProgramCode(page: string, scene: string): Promise<Buffer> {
  const answer: unknown = await openApi().wxacode.getUnlimited({
    scene,
    page,
    width: 430,
    // The page may be in a version that is not published yet.
    checkPath: false,
  });
  return v.parse(PictureSchema, answer).buffer;
}

const RefusedSchema = v.object({ errCode: v.number() });

/**
 * Sends a subscription message for one consent of the person. Answers WeChat's code: 0, or why not;
 * undefined where no answer came, and nobody knows whether it arrived.
 */
export async function sendSubscribeMessage(message: {
  touser: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
}): Promise<number | undefined> {
  const state = process.env.XINQIAO_MINI_PROGRAM_STATE;
  try {
    // What it answers is not looked at: a msgid does not fit into a number (wechat-cloud.md).
    await openApi().subscribeMessage.send({
      ...message,
      ...(state && { miniprogramState: state }),
    });
    return 0;
  } catch (error) {
    const refused = v.safeParse(RefusedSchema, error);
    // -1 and the SDK's own failures say nothing of what WeChat has done.
    const code = refused.success ? refused.output.errCode : undefined;
    return code === undefined || (code < 0 && code !== -604101) ? undefined : code;
  }
}

/** What WeChat says of a text or file. `review`: a person should look at it. */
export const SuggestionSchema = v.picklist(['pass', 'review', 'risky']);
const TextCheckSchema = v.object({ result: v.object({ suggest: SuggestionSchema }) });
const TraceSchema = v.object({ trace_id: v.string() });
const TraceAnswerSchema = v.union([
  TraceSchema,
  v.pipe(
    v.object({ traceId: v.string() }),
    v.transform(({ traceId }) => ({ trace_id: traceId })),
  ),
]);

interface Sender {
  /** Must have used the mini program within two hours. */
  openid: string;
  /** WeChat's number for where it is shown: 1 profile, 2 comment, 3 forum, 4 social log. */
  scene: number;
}

/** Asks `msgSecCheck`; at most 2,500 characters. Throws what WeChat refuses, such as 45009 or 61010. */
export async function checkContent(content: string, sender: Sender) {
  const answer: unknown = await openApi().security.msgSecCheck({ version: 2, ...sender, content });
  return v.parse(TextCheckSchema, answer).result.suggest;
}

/** Asks `mediaCheckAsync` and answers the trace by which the result comes later. Throws what WeChat refuses. */
export async function beginMediaCheck(
  mediaUrl: string,
  kind: 'voice' | 'picture',
  sender: Sender,
): Promise<string> {
  const answer: unknown = await openApi().security.mediaCheckAsync({
    version: 2,
    ...sender,
    mediaUrl,
    mediaType: kind === 'voice' ? 1 : 2,
  });
  return v.parse(TraceAnswerSchema, answer).trace_id;
}

/** The database stores `undefined` as null, which a unique index then counts: leave it out. */
function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
