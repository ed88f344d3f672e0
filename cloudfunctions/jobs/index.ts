import * as v from 'valibot';
import { countLoose, dropRecordings } from '../areas/account/drop-recordings';
import { eraseAccounts } from '../areas/account/erase-accounts';
import { dueHandlers } from '../areas/booking/due-handlers';
import { makeSlots, settleSlots } from '../areas/booking/make-slots';
import { offerPlaces } from '../areas/booking/offer-places';
import { tidySlots } from '../areas/booking/tidy-slots';
import { callSoon } from '../areas/family/call-soon';
import { sweepTimeline } from '../areas/family/forget-timeline';
import { handOver } from '../areas/family/hand-over';
import { guideDueHandlers } from '../areas/guides/due-handlers';
import { finishMoves } from '../areas/people/carry-out-move';
import { alertDueHandlers } from '../areas/safety/escalate';
import { takeAlertsBack, takeAlertsOfGone } from '../platform/take-back';
import { sweepAlerts } from '../areas/safety/sweep-alerts';
import { loadLibrary } from '../areas/guides/load-library';
import { tellDue } from '../areas/guides/tell-due';
import { countFigures } from '../areas/reports/count-figures';
import { lapseConsents } from '../areas/booking/lapse-consents';
import { checkAgain } from '../areas/school/check-again';
import { closeThreads } from '../areas/school/close-threads';
import { raiseUnanswered } from '../areas/school/raise-unanswered';
import { deliverEffects } from '../areas/notify/deliver-effects';
import { sweepMessages } from '../areas/school/sweep-messages';
import { remindVisits } from '../areas/notify/remind-visits';
import { newClaim, tellAtOnce } from '../areas/notify/tell-now';
import { sendPushes } from '../areas/notify/send-pushes';
import { tellBulletins } from '../areas/notify/tell-bulletins';
import { tellDigests } from '../areas/notify/tell-digests';
import { remindWeeks } from '../areas/school/remind-weeks';
import { tellAnnouncements } from '../areas/school/tell-announcements';
import { countDays, noteRemoved } from '../platform/audit';
import { readClock } from '../platform/clock';
import { Database } from '../platform/database';
import { carryOutDue } from '../platform/due';
import { takeLease, underLease } from '../platform/lease';
import { followHolds } from '../platform/legal-holds';
import { faultOf, log } from '../platform/log';
import { allMigrations, migrate } from '../platform/migrations';
import { rotateKeys } from '../platform/rotate-keys';
import { callingOpenid } from '../platform/sdk';
import { countOver, sweep } from '../platform/sweep';

/** Longer than the function may run. */
const leaseMs = 90_000;
/** A little less than an hour, so that a timer that comes early is not a timer that is left out. */
const hourlyMs = 59 * 60_000;
/** A run begins no further messages after that; the next run goes on. */
const sendingMs = 20_000;
/** After that, what a piece of work raises is left to the outbox. */
const tellingMs = 8_000;
/** The outbox is read that long; the next run goes on. */
const deliveringMs = 12_000;
/** A hundred documents each; the rest waits for the next run. */
const pagesOfKeys = 20;
/** Fewer: each document that changes is a request of its own. */
const pagesMigrated = 5;

/** A piece of work by the name under which the log counts what it did. */
type Pieces = Record<string, (database: Database, now: number) => Promise<number>>;

/** Alerts that a piece of work raises are told by it, as long as it does not keep the others waiting. */
const atOnce = (database: Database, now: number) =>
  tellAtOnce(database, now, readClock() + tellingMs);

/** What is due and what is to be told. */
const everyMinute = {
  dueDone: (database, now) =>
    carryOutDue(database, now, {
      ...dueHandlers(database, now, Math.random),
      callSoon: (ref) => callSoon({ database, now, random: Math.random }, ref),
      ...guideDueHandlers(database, now, Math.random),
      ...alertDueHandlers(database, now, Math.random, atOnce(database, now)),
    }),
  alertsTakenBack: (database, now) => takeAlertsBack({ database, now, random: Math.random }),
  consentsLapsed: (database, now) => lapseConsents(database, now, Math.random),
  placesOffered: (database, now) => offerPlaces({ database, now, random: Math.random }),
  noticesDelivered: (database, now) => deliverEffects(database, now, readClock() + deliveringMs),
  threadsClosed: (database, now) => closeThreads(database, now, Math.random),
  questionsRaised: (database, now) => raiseUnanswered(database, now, Math.random),
  announcementsTold: tellAnnouncements,
  weeksReminded: remindWeeks,
  contentChecked: (database, now) => checkAgain(database, now, Math.random, atOnce(database, now)),
  slotsSettled: settleSlots,
  documentsMigrated: (database, now) =>
    migrate(database, now, { list: allMigrations, pages: pagesMigrated }),
  valuesResealed: (database) => rotateKeys(database, pagesOfKeys),
  visitsReminded: remindVisits,
  digestsTold: tellDigests,
  bulletinsTold: tellBulletins,
  // Last: whatever has just been told goes out in the same run, as long as there is time.
  pushesSent: (database, now) =>
    sendPushes({ database, now, until: readClock() + sendingMs, newClaim }),
} satisfies Pieces;

const everyHour = {
  // Before anything is removed that it counts.
  daysCounted: countDays,
  figuresCounted: countFigures,
  slotsMade: makeSlots,
  slotsTidied: tidySlots,
  // Before anybody is erased: a child that left an account that is held is kept as well.
  holdsFollowed: (database) => followHolds(database),
  async accountsErased(database, now) {
    const erased = await eraseAccounts(database, now, Math.random);
    await noteRemoved(database, now, { erased });
    return erased;
  },
  alertsOfGone: (database, now) => takeAlertsOfGone({ database, now, random: Math.random }),
  familiesHandedOver: (database, now) => handOver(database, now, Math.random),
  schoolYearsMoved: (database, now) => finishMoves(database, now, Math.random),
  recordingsDropped: dropRecordings,
  guidesLoaded: loadLibrary,
  timelineSwept: sweepTimeline,
  messagesSwept: sweepMessages,
  alertsSwept: sweepAlerts,
  guidesDueTold: (database, now) => tellDue(database, now, Math.random),
  async swept(database, now) {
    const removed = await sweep(database, now);
    await noteRemoved(database, now, { removed });
    const counts = Object.values(removed);
    if (counts.some((count) => count > 0)) log({ action: 'swept', ...removed });
    return counts.reduce((sum, count) => sum + count, 0);
  },
} satisfies Pieces;

export type Done = Record<keyof typeof everyMinute | keyof typeof everyHour, number>;
/** What a dry run answers instead: documents by kind. */
export interface DryRun {
  wouldRemove?: Record<string, number>;
}

const DryRunSchema = v.object({ dryRun: v.literal(true) });

/** The timer, every minute; once an hour the upkeep. Answers how much each piece of work did. */
export async function main(event?: unknown): Promise<Partial<Done> & DryRun> {
  // WeChat lets every mini program user call every function; a timer has no openid.
  if (callingOpenid()) return {};
  const database = new Database();
  const now = readClock();
  // Asked for by an operator in the console: nothing else is done then.
  if (v.is(DryRunSchema, event)) {
    const [over, recordings] = [await countOver(database, now), await countLoose(database, now)];
    return { wouldRemove: { ...over, recordings } };
  }
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
