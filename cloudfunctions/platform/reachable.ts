import * as v from 'valibot';
import { subscriptions } from './collections';
import { command, type Database } from './database';
import { dutyHook, templatesOf } from './push-config';

const StockSchema = v.object({ _id: v.string(), stock: v.record(v.string(), v.number()) });

/**
 * Whether somebody can be told of a duty alert outside the mini program: by a message of WeChat
 * for which they still have a consent (`push`), by the operator's further channel alone
 * (`channel`), or not at all (`none`). One round trip.
 */
export async function reachableByPush(
  database: Database,
  openids: readonly string[],
): Promise<Map<string, 'push' | 'channel' | 'none'>> {
  const otherwise = dutyHook() ? ('channel' as const) : ('none' as const);
  const configured = templatesOf().has('duty');
  const found =
    openids.length === 0 || !configured
      ? []
      : await database.findParts(subscriptions, StockSchema, {
          where: { _id: command.in([...openids]) },
          limit: openids.length,
          fields: { _id: true, stock: true },
        });
  const pushed = new Set(found.flatMap(({ _id, stock }) => ((stock.duty ?? 0) > 0 ? _id : [])));
  return new Map(
    openids.map((openid) => [openid, pushed.has(openid) ? ('push' as const) : otherwise]),
  );
}
