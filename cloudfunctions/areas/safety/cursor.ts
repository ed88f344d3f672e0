import { ActionError } from '../../platform/errors';

/** Where a list goes on: a number that the page before gave. @throws ActionError INVALID_INPUT */
export function readFrom(before: string | undefined): number | undefined {
  if (before === undefined) return undefined;
  const from = Number(before);
  if (!Number.isFinite(from)) throw new ActionError('INVALID_INPUT');
  return from;
}
