import { eraseAccounts } from '../areas/account/erase-accounts';
import { makeSlots } from '../areas/booking/make-slots';
import { loadLibrary } from '../areas/guides/load-library';
import { readClock } from '../platform/clock';
import { Database } from '../platform/database';
import { underLease } from '../platform/lease';
import { faultOf, log } from '../platform/log';
import { rotateKeys } from '../platform/rotate-keys';
import { callingOpenid } from '../platform/sdk';
import { sweep } from '../platform/sweep';

/** Longer than the function may run. */
const leaseMs = 90_000;
/** A hundred documents each; the rest waits for the next hour. */
const pagesOfKeys = 20;

interface Done {
  slotsMade: number;
  accountsErased: number;
  guidesLoaded: number;
  valuesResealed: number;
}

/** The timer. What must happen by itself, in the order of its urgency. */
export async function main(): Promise<Done> {
  const done: Done = { slotsMade: 0, accountsErased: 0, guidesLoaded: 0, valuesResealed: 0 };
  // WeChat lets every mini program user call every function; a timer has no openid.
  if (callingOpenid()) return done;
  const database = new Database();
  const now = readClock();
  done.slotsMade = await makeSlots(database, now);
  await underLease(database, { name: 'upkeep', now, lastsMs: leaseMs }, async () => {
    await alone('eraseAccounts', async () => {
      done.accountsErased = await eraseAccounts(database, now, Math.random);
    });
    await alone('loadLibrary', async () => {
      done.guidesLoaded = await loadLibrary(database, now);
    });
    await alone('rotateKeys', async () => {
      done.valuesResealed = await rotateKeys(database, pagesOfKeys);
    });
    await alone('sweep', () => sweep(database, now));
  });
  log({ action: 'jobs', ...done, trips: database.trips, ms: readClock() - now });
  return done;
}

/** One piece of work that fails does not keep the others from being done. */
async function alone(action: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log({ action, code: 'INTERNAL', ...faultOf(error) });
  }
}
