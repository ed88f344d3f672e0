import { settleMediaCheck } from '../areas/school/settle-media-check';
import { readClock } from '../platform/clock';
import { Database } from '../platform/database';
import { log } from '../platform/log';
import { calledByPerson } from '../platform/sdk';

/** What WeChat pushes: today the late results of checks of pictures and recordings. */
export async function main(event: unknown): Promise<'success'> {
  // WeChat lets every mini program user call every function.
  if (calledByPerson()) return 'success';
  const database = new Database();
  const now = readClock();
  const taken = await settleMediaCheck(database, event, { now, random: Math.random });
  log({ action: 'callback', taken, trips: database.trips, ms: readClock() - now });
  return 'success';
}
