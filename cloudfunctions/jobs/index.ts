import { makeSlots } from '../areas/booking/make-slots';
import { readClock } from '../platform/clock';
import { Database } from '../platform/database';
import { log } from '../platform/log';
import { callingOpenid } from '../platform/sdk';

/** The timer. What must happen by itself, in the order of its urgency. */
export async function main(): Promise<{ slotsMade: number }> {
  // WeChat lets every mini program user call every function; a timer has no openid.
  if (callingOpenid()) return { slotsMade: 0 };
  const database = new Database();
  const now = readClock();
  const slotsMade = await makeSlots(database, now);
  log({ action: 'jobs', slotsMade, trips: database.trips, ms: readClock() - now });
  return { slotsMade };
}
