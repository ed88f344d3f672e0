import { command } from '../../platform/database';

/** Lists go on after the last id that was shown: cost does not grow with the page's number. */
export function pageAfter(cursor: string | undefined) {
  return cursor ? { _id: command.gt(cursor) } : {};
}

/** One more than is shown tells whether there is a next page. */
export function pageOf(size: number): { order: [string, 'asc'][]; limit: number } {
  return { order: [['_id', 'asc']], limit: size + 1 };
}
