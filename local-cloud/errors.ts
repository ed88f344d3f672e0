/** An error that travels to the SDK as `{code, message}`, with the codes WeChat Cloud uses. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

export type StartFailure =
  | 'PORT_IN_USE'
  | 'DATA_DAMAGED'
  | 'DATA_NEWER'
  | 'DATA_UNWRITABLE'
  | 'DATA_IN_USE'
  | 'INDEX_IMPOSSIBLE'
  | 'FUNCTIONS_UNREADABLE';

/** The local cloud could not start; `message` is a plain sentence that says what to do. */
export class LocalCloudError extends Error {
  constructor(
    readonly code: StartFailure,
    message: string,
  ) {
    super(message);
    this.name = 'LocalCloudError';
  }
}

/** The request is malformed or asks for something the local cloud does not implement. */
export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message);

/** The database refuses the operation (-502001 in the SDK). */
export const requestFailed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', message);

/** The wording WeChat Cloud uses, so that `errMsg` reads the same. */
export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );

/** Another transaction holds or has changed the document; the first writer wins. */
export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );

/** The transaction was committed, aborted or has expired. */
export const transactionMissing = () =>
  new CloudError(
    'DATABASE_TRANSACTION_NOT_EXIST',
    '[OperationFailed.TransactionNotExist] Transaction does not exist on the server',
  );

/** How WeChat Cloud reports a duplicate: `request-failed` has been seen, `duplicate-write` is documented. */
export type DuplicateForm = 'request-failed' | 'duplicate-write';

/** A unique key exists already. `values` is the printed key. */
export function duplicateKey(
  form: DuplicateForm,
  collection: string,
  index: string,
  values: string,
): CloudError {
  const text = `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { : ${values} }}]}, {<nil>}]`;
  return new CloudError(
    form === 'duplicate-write' ? 'DATABASE_DUPLICATE_WRITE' : 'DATABASE_REQUEST_FAILED',
    text,
  );
}

/** The text of anything that was thrown. */
export const textOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** The `code` of anything that was thrown, or an empty string. */
export function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}
