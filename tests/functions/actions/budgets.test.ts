import * as v from 'valibot';
import { actionNames, contract, isActionName, type ActionName } from '@contract';
import type { Action } from '../../../cloudfunctions/platform/action';
import { everyone, type Everyone } from '../support/everyone';

/** design.md, "Budgets". */
const readTrips = 2;
const writeTrips = 10;
const answerBytes = 16 * 1024;
/** What is worth more round trips, and why. */
const argued: Partial<Record<ActionName, number>> = {
  // Agreement and trace are looked after before a recording is heard: no page waits for it.
  'booking.listenToVoice': 1,
  // So are the post, its holder and the next director before a post is ended.
  'account.showEnding': 1,
  // A booking, and the list in the same transaction: else a place could be taken and still waited for.
  'booking.answerOffer': 1,
  // The rule, the hours and the list, side by side: an administrator asks for it before planning.
  'booking.showSupply': 1,
  // Places follow changed hours at once: so many more, however many days and places there are.
  'booking.setAvailability': 8,
  // Visit, then at once its place, earlier visits and the trace: two waits, four questions.
  'booking.showVisit': 2,
  // Visit, then at once its children, what was answered of them, and the trace of the look.
  'guides.showScreeningFigures': 2,
  // Two places change together with the visit and the child, and all four are read first.
  'booking.reschedule': 3,
  // Off the visits to come, their places, what is waited for and what was to be sent to them.
  'family.removeFromCircle': 5,
  // The last place says whom to call.
  'booking.bookNext': 2,
  // Whom to call; and the trace of who of the staff looked, which is three the first time of a day.
  'booking.bookForFamily': 4,
  // A referral looks up the name of the service, a guide whether families can open it.
  'booking.complete': 1,
  // The circle, the messages and who has seen them, side by side.
  'school.getThread': 1,
  // The child, a page of its timeline and its weeks, side by side.
  'family.listTimeline': 1,
  // Children, threads and marks, side by side.
  'school.listThreads': 1,
  // Circle and head are looked after in the transaction that writes; whom to tell; and a text that
  // WeChat has not answered for is noted, so that it is checked later.
  // An alert is one more for S1, three for S2 and S3: the roster and the timer. And the county's
  // holidays, where a teacher has said hours: until when the phones stay silent.
  'school.sendMessage': 5,
  // Whose message it is, and that a person is to look: two the first time.
  // Reported as harm, whoever is on duty is told, with a timer.
  'school.reportMessage': 3,
  // The thread with the counsellor begins.
  'booking.checkIn': 1,
  // The class and what was said of it, side by side; then the trace of whose week was looked at.
  'school.showWeek': 1,
  // The announcement, then the class and its reactions, and the trace: an author asks for it.
  'school.showAnnouncementFigures': 2,
  // Families, how far each is, and that somebody of the staff looked.
  'guides.listAccompanied': 2,
  // Whom to call, the number as it is today, and the trace of who of the staff looked.
  'notify.listCalls': 1,
  // Page, counts and recordings are asked side by side with nothing else; the roster says who may.
  'safety.listAlerts': 3,
  // Everything about one alert, side by side, and the trace in safeguarding's own log.
  'safety.showAlert': 9,
  // A link, the roster, and the trace of who listened.
  'safety.openUnheard': 1,
  // The lines and what people say of them are asked before anything is written; and its history.
  'safety.verifyLine': 2,
  // The service, the county's counsellors, what is booked with them: asked before a place is closed.
  'directory.showEnding': 1,
  // The trace of who took copies out of the county.
  'safety.showChainHeads': 1,
  'safety.exportCorrections': 1,
  'safety.listDuty': 1,
  'safety.whoIsOnDuty': 1,
  // The roster and the alert are looked at, then the alert again in the transaction, with its step.
  // Whoever takes it over is told at once, by WeChat and the further channel, after the commit.
  'safety.handOverAlert': 13,
  // The first time the reminder is made as well.
  'safety.setFollowUp': 2,
  'safety.resolveAlert': 1,
  // What somebody heard becomes an alert, in the same transaction.
  'safety.markVoiceHeard': 2,
  // Whoever was on duty is so no more: each week of the roster with them in it.
  'account.endPost': 5,
  // Who is in which class, who teaches it and how many there are, side by side: before a decision.
  'people.listClasses': 2,
  'people.showYear': 2,
  // Everything that would move is counted before anything does: an administrator asks for it once.
  'people.showLeave': 7,
  // As many more as a school has classes and teachers: once a year, and the job can end it.
  'people.moveYear': 12,
  'people.saveClass': 4,
  // Ending the post is ten; then families and their threads go over, one after another, once a career.
  'people.leave': 30,
  // The child, its notes, and the trace of the look.
  'director.listVisits': 1,
  // Two numbers, side by side.
  'director.showDesk': 1,
  // Grave words are an alert in the same transaction; the trace of the first visit of a day.
  'director.noteVisit': 3,
  // The child director is to look in on a child that did not come.
  'booking.markNoShow': 1,
  // A number goes to every visit to come, and to what is waited for.
  'account.updateSettings': 2,
};

describe('every action, for the person it is for', () => {
  let all: Everyone;
  let actions: Action[];

  beforeAll(async () => {
    all = await everyone();
    ({ actions } = await import('../../../cloudfunctions/areas'));
  });
  afterAll(async () => {
    await all.scenario.close();
  });

  /** Requests to the database so far; a link to a file is not one. */
  function databaseTrips(): number {
    const { byAction } = all.scenario.test.cloud.stats();
    const trips = Object.entries(byAction).filter(([action]) => action.startsWith('database.'));
    return trips.reduce((sum, [, count]) => sum + count, 0);
  }

  async function measured(name: ActionName) {
    const who = all.doer(name);
    const before = databaseTrips();
    const requestId = `budget-${name.replace('.', '-')}-${before}`;
    const answer = await who.send({ action: name, input: all.inputs[name], requestId });
    const trips = databaseTrips() - before;
    return { answer, trips };
  }

  test.each(actionNames)('%s does what its contract promises, within its budget', async (name) => {
    // The first look of a day, and the first use of an hour, cost more: they are measured below.
    if (contract[name].effect === 'read') await measured(name);
    const { answer, trips } = await measured(name);
    await all.restore();
    const OkSchema = v.strictObject({ ok: v.literal(true), data: contract[name].output });
    v.parse(OkSchema, answer);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(answerBytes);
    const { mostPerHour } = actions.find((action) => action.name === name) ?? {};
    // Counting how often somebody does it: once, and once more at first.
    const quota = mostPerHour === undefined ? 0 : contract[name].effect === 'read' ? 1 : 2;
    const budget = contract[name].effect === 'read' ? readTrips + 1 : writeTrips;
    expect(trips).toBeLessThanOrEqual(budget + quota + (argued[name] ?? 0));
  });

  test('holding and booking together take at most 14 round trips', async () => {
    const [slotId = ''] = await all.scenario.free(['12:30']);
    const me = await all.scenario.family();
    const before = databaseTrips();
    await me.call('booking.holdSlot', { slotId, childId: me.childId });
    const held = databaseTrips();
    await me.call('booking.book', { slotId, childId: me.childId, worries: ['anger'] });
    const booked = databaseTrips();
    expect(booked - held).toBeLessThanOrEqual(writeTrips);
    expect(booked - before).toBeLessThanOrEqual(14);
  });

  test('a counsellor’s first look of a day costs the same for one child and for five', async () => {
    const { scenario } = all;
    const counsellor = await scenario.counsellor('wx-long', 'counsellor-three');
    const places = await scenario.free(['9:00', '10:00', '11:00', '14:00', '15:00'], {
      counsellorId: 'counsellor-three',
    });
    for (const place of places) await scenario.book(await scenario.family(), place);
    const before = databaseTrips();
    await counsellor.call('booking.listDay', { day: '2026-11-24' });
    // The caller, the day, and three to write down who looked at whose data.
    expect(databaseTrips() - before).toBeLessThanOrEqual(5);
  });

  test('the log counts the same round trips as the cloud does', async () => {
    const before = databaseTrips();
    await all.family.call('booking.listAppointments', { when: 'past' });
    const counted = databaseTrips() - before;
    const line: unknown = JSON.parse(all.scenario.log.lines.at(-1) ?? '');
    expect(line).toMatchObject({ action: 'booking.listAppointments', trips: counted, code: 'OK' });
  });

  test('every name of the contract is a name that the router knows', () => {
    expect(actionNames.every(isActionName)).toBe(true);
    expect(isActionName('toString')).toBe(false);
    expect(isActionName('__proto__')).toBe(false);
  });
});
