import { errorMeanings, type ErrorCode } from '@contract/errors';
import type { Failure } from '@contract';

/** A failure that the contract has a name for. Everything else is a fault of ours: INTERNAL. */
export class ActionError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'ActionError';
  }
}

export function failure(code: ErrorCode): Failure {
  return { code, ...errorMeanings[code] };
}

function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const message = 'message' in error ? String(error.message) : '';
  const detail = 'errMsg' in error ? String(error.errMsg) : '';
  return `${code} ${message} ${detail}`;
}

/** Both forms of a duplicate key that WeChat Cloud has been seen to give (wechat-cloud.md). */
export function isDuplicate(error: unknown): boolean {
  return /E11000|DUPLICATE_WRITE/.test(textOf(error));
}

/** The SDK drops `code` from conflicts that an operation meets, so the text is read as well. */
export function isConflict(error: unknown): boolean {
  return /TRANSACTION_CONFLICT|TransactionConflict|TRANSACTION_NOT_EXIST|TransactionNotExist/.test(
    textOf(error),
  );
}
