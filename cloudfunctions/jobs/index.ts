import { eraseAccounts } from '../areas/account/erase-accounts';
import { dueHandlers } from '../areas/booking/due-handlers';
import { lapseConsents } from '../areas/booking/lapse-consents';
import { makeSlots, settleSlots } from '../areas/booking/make-slots';
import { offerPlaces } from '../areas/booking/offer-places';
import { tidySlots } from '../areas/booking/tidy-slots';
import { deliverEffects } from '../areas/notify/deliver-effects';
import { readClock } from '../platform/clock';
import { Database } from '../platform/database';
import { carryOutDue } from '../platform/due';
import { takeLease, underLease } from '../platform/lease';
import { faultOf, log } from '../platform/log';
import { rotateKeys } from '../platform/rotate-keys';
import { callingOpenid } from '../platform/sdk';
import { sweep } from '../platform/sweep';

/** Longer than the function may run. */
const leaseMs = 90_000;
/** A little less than an hour, so that a timer that comes early is not a timer that is left out. */
const hourlyMs = 59 * 60_000;
/** A hundred documents each; the rest waits for the next hour. */
const pagesOfKeys = 20;

interface Done {
  dueDone: number;
  placesOffered: number;
  noticesDelivered: number;
  slotsMade: number;
  slotsTidied: number;
  accountsErased: number;
  valuesResealed: number;
}

/** The timer, every minute: what is due and what is to be told; once an hour the upkeep. */
export async function main(): Promise<Done> {
  const done: Done = {
    ...{ dueDone: 0, placesOffered: 0, noticesDelivered: 0 },
    ...{ slotsMade: 0, slotsTidied: 0, accountsErased: 0, valuesResealed: 0 },
  };
  // WeChat lets every mini program user call every function; a timer has no openid.
  if (callingOpenid()) return done;
  const database = new Database();
  const now = readClock();
  await underLease(database, { name: 'minute', now, lastsMs: leaseMs }, async () => {
    await alone('due', async () => {
      done.dueDone = await carryOutDue(database, now, dueHandlers(database, now, Math.random));
    });
    await alone('lapseConsents', async () => {
      done.dueDone += await lapseConsents(database, now, Math.random);
    });
    await alone('offerPlaces', async () => {
      done.placesOffered = await offerPlaces({ database, now, random: Math.random });
    });
    await alone('deliverEffects', async () => {
      done.noticesDelivered = await deliverEffects(database, now);
    });
    await alone('settleSlots', async () => {
      done.slotsMade = await settleSlots(database, now);
    });
  });
  // Kept and not given back: whichever run finds it has run out does the hour's work.
  if (await takeLease(database, { name: 'hour', now, lastsMs: hourlyMs })) {
    await upkeep(database, now, done);
  }
  log({ action: 'jobs', ...done, trips: database.trips, ms: readClock() - now });
  return done;
}

async function upkeep(database: Database, now: number, done: Done): Promise<void> {
  await alone('makeSlots', async () => {
    done.slotsMade += await makeSlots(database, now);
  });
  await underLease(database, { name: 'upkeep', now, lastsMs: leaseMs }, async () => {
    await alone('eraseAccounts', async () => {
      done.accountsErased = await eraseAccounts(database, now, Math.random);
    });
    await alone('rotateKeys', async () => {
      done.valuesResealed = await rotateKeys(database, pagesOfKeys);
    });
    await alone('tidySlots', async () => {
      done.slotsTidied = await tidySlots(database, now);
    });
    await alone('sweep', () => sweep(database, now));
  });
}

/** One piece of work that fails does not keep the others from being done. */
async function alone(action: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log({ action, code: 'INTERNAL', ...faultOf(error) });
  }
}
