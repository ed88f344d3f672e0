/** The body of each action of `POST /admin`, as the unmodified SDK sends it. Unknown fields (env, tokens) are ignored. */
import * as v from 'valibot';
import { invalidParam } from '../errors';

const text = v.string();
const optionalText = v.optional(v.string());
const transactionId = optionalText;
const queryType = v.picklist(['DOC', 'WHERE']);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export const addCollection = v.object({ collectionName: text });
export const insertDocument = v.object({
  collectionName: text,
  data: v.pipe(v.array(text), v.minLength(1), v.maxLength(1000)),
  transactionId,
});
export const getDocument = v.object({
  collectionName: text,
  queryType: v.optional(queryType, 'WHERE'),
  query: v.optional(text, '{}'),
  order: optionalText,
  limit: v.optional(whole),
  offset: v.optional(whole),
  projection: optionalText,
  transactionId,
});
export const calculateDocument = v.object({
  collectionName: text,
  queryType: v.optional(queryType, 'WHERE'),
  query: v.optional(text, '{}'),
  transactionId,
});
export const modifyDocument = v.object({
  collectionName: text,
  queryType: v.optional(queryType, 'WHERE'),
  query: v.optional(text, '{}'),
  data: text,
  multi: v.optional(v.boolean(), false),
  merge: v.optional(v.boolean(), true),
  upsert: v.optional(v.boolean(), false),
  transactionId,
});
export const modifyAndReturnDoc = v.object({
  collectionName: text,
  queryType: v.optional(queryType, 'WHERE'),
  query: v.optional(text, '{}'),
  data: text,
  transactionId,
});
export const removeDocument = v.object({
  collectionName: text,
  queryType: v.optional(queryType, 'WHERE'),
  query: v.optional(text, '{}'),
  multi: v.optional(v.boolean(), false),
  transactionId,
});
export const aggregateDocuments = v.object({
  collectionName: text,
  stages: v.array(v.object({ stageKey: text, stageValue: v.optional(text, '{}') })),
  // It would be answered from outside the transaction.
  transactionId: v.optional(v.undefined('an aggregation cannot be used in a transaction')),
});
export const endTransaction = v.object({ transactionId: text });
export const invokeFunction = v.object({ function_name: text, request_data: optionalText });
export const getUploadMetadata = v.object({ path: text });
export const batchGetDownloadUrl = v.object({
  file_list: v.pipe(
    v.array(
      v.object({
        fileid: text,
        max_age: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(7 * 86400))),
      }),
    ),
    v.maxLength(50),
  ),
});
export const batchDeleteFile = v.object({ fileid_list: v.pipe(v.array(text), v.maxLength(50)) });

/** Every body names its action. */
export const envelope = v.looseObject({ action: text });

/** Reads a body by its schema. Throws INVALID_PARAM and names the field. */
export function read<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw invalidParam(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

const inTransaction = v.object({ transactionId: v.string() });

/** The transaction a body belongs to, if it names one. */
export function transactionOf(body: unknown): string | undefined {
  const found = v.safeParse(inTransaction, body);
  return found.success ? found.output.transactionId : undefined;
}
