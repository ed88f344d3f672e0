import { bulletins, calls, pushes, subscriptions } from '../../platform/collections';
import type { Database } from '../../platform/database';

/** What was to go to somebody's phone, and what WeChat would still have let through. */
export async function forgetPushes(database: Database, openid: string): Promise<void> {
  await database.removeWhere(pushes, { to: openid });
  await database.removeWhere(calls, { openid });
  await database.removeWhere(subscriptions, { _id: openid });
  // What was sent stays with whom it was sent to; who sent it does not.
  await database.updateWhere(bulletins, { by: openid }, { by: '' });
}

/** What was to be told of a child that is gone. */
export async function forgetPushesOf(database: Database, childId: string): Promise<void> {
  await database.removeWhere(pushes, { childId });
  await database.removeWhere(calls, { childId });
}
