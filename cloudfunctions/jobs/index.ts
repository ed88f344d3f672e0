import { dropRecordings } from '../areas/account/drop-recordings';
import { eraseAccounts } from '../areas/account/erase-accounts';
import { dueHandlers } from '../areas/booking/due-handlers';
import { makeSlots, settleSlots } from '../areas/booking/make-slots';
import { offerPlaces } from '../areas/booking/offer-places';
import { tidySlots } from '../areas/booking/tidy-slots';
import { handOver } from '../areas/family/hand-over';
import { loadLibrary } from '../areas/guides/load-library';
import { lapseConsents } from '../areas/booking/lapse-consents';
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
/** A hundred documents each; the rest waits for the next run. */
const pagesOfKeys = 20;

/** A piece of work by the name under which the log counts what it did. */
type Pieces = Record<string, (database: Database, now: number) => Promise<number>>;

/** What is due and what is to be told. */
const everyMinute = {
  dueDone: (database, now) => carryOutDue(database, now, dueHandlers(database, now, Math.random)),
  consentsLapsed: (database, now) => lapseConsents(database, now, Math.random),
  placesOffered: (database, now) => offerPlaces({ database, now, random: Math.random }),
  noticesDelivered: deliverEffects,
  slotsSettled: settleSlots,
  valuesResealed: (database) => rotateKeys(database, pagesOfKeys),
} satisfies Pieces;

const everyHour = {
  slotsMade: makeSlots,
  slotsTidied: tidySlots,
  accountsErased: (database, now) => eraseAccounts(database, now, Math.random),
  familiesHandedOver: (database, now) => handOver(database, now, Math.random),
  recordingsDropped: dropRecordings,
  guidesLoaded: loadLibrary,
  swept: sweep,
} satisfies Pieces;

export type Done = Record<keyof typeof everyMinute | keyof typeof everyHour, number>;

/** The timer, every minute; once an hour the upkeep. Answers how much each piece of work did. */
export async function main(): Promise<Partial<Done>> {
  // WeChat lets every mini program user call every function; a timer has no openid.
  if (callingOpenid()) return {};
  const database = new Database();
  const now = readClock();
  const done: Partial<Done> = {};
  await underLease(database, { name: 'minute', now, lastsMs: leaseMs }, async () => {
    Object.assign(done, await carryOut(everyMinute, database, now));
  });
  // Kept and not given back: whichever run finds it has run out does the hour's work.
  if (await takeLease(database, { name: 'hour', now, lastsMs: hourlyMs })) {
    Object.assign(done, await carryOut(everyHour, database, now));
  }
  log({ action: 'jobs', ...done, trips: database.trips, ms: readClock() - now });
  return done;
}

/** One piece of work that fails does not keep the others from being done. */
async function carryOut(
  pieces: Pieces,
  database: Database,
  now: number,
): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  for (const [name, work] of Object.entries(pieces)) {
    try {
      done[name] = await work(database, now);
    } catch (error) {
      log({ action: name, code: 'INTERNAL', ...faultOf(error) });
      done[name] = 0;
    }
  }
  return done;
}
