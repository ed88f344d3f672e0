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
  // Two places change together with the visit and the child, and all four are read first.
  'booking.reschedule': 3,
  // The last place says whom to call.
  'booking.bookNext': 2,
  // Whom to call; and the trace of who of the staff looked, which is three the first time of a day.
  'booking.bookForFamily': 4,
  // A referral looks up the name of the service, a guide whether families can open it.
  'booking.complete': 1,
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
