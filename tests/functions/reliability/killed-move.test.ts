import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hourMs } from '@rules/dates';
import { appointments, children } from '../../../cloudfunctions/platform/collections';
import { buildFunctions } from '../../../config/build-functions';
import { newRequestId } from '../support/person';
import { Scenario } from '../support/scenario';
import { InstanceFailed } from '../support/test-cloud';

/** Caller, begin, event, visit, child, both places; visit, both places, child, event, commit. */
const tripsOfMove = 13;
/** Where it is killed: before and after each of its round trips but the caller's, which changes nothing. */
const points = Array.from({ length: tripsOfMove - 1 }, (_, trip) => trip + 2).flatMap((at) => [
  { at, when: 'killBefore' as const },
  { at, when: 'killAfter' as const },
]);

describe('a function instance that is killed in the middle of a move', () => {
  let folder: string;
  let scenario: Scenario;
  let places = 0;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-killed-move-'));
    await buildFunctions({ outDir: path.join(folder, 'functions') });
    scenario = await Scenario.start({
      functionsDir: path.join(folder, 'functions'),
      maxInstances: 1,
      // What a dead instance has begun is given up after this long.
      database: { transactionMs: 800 },
    });
  });
  afterAll(async () => {
    await scenario.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Two places of their own for each case. */
  async function twoPlaces(): Promise<[string, string]> {
    places += 2;
    const first = Date.now() + (3 + places) * hourMs;
    const [from = '', to = ''] = await scenario.freeAt([first, first + hourMs]);
    return [from, to];
  }

  test(`is killed ${points.length} times, which is at least 20`, () => {
    expect(points.length).toBeGreaterThanOrEqual(20);
  });

  test.each(points)(
    '$when at round trip $at: the visit is at one of the two places, and the same request then moves it',
    async ({ at, when }) => {
      const [from, to] = await twoPlaces();
      const me = await scenario.family({}, true);
      const { childId } = me;
      const here = Object.assign(scenario.as(me.openid), { childId });
      const { id: appointmentId } = await scenario.book(here, from);
      await here.call('booking.holdSlot', { slotId: to, childId });
      const wish = { appointmentId, slotId: to };
      const requestId = newRequestId();
      const { faults } = scenario.test.cloud;
      faults.add({ on: 'request', during: '"booking.reschedule"', nth: at, effect: when });
      const move = () => me.ask('booking.reschedule', wish, requestId);
      await expect(move()).rejects.toBeInstanceOf(InstanceFailed);
      expect(faults.list()).toMatchObject([{ seen: at, struck: 1 }]);
      faults.clear();

      const places = { from, to, appointmentId, childId };
      // Only an answer that was lost on its way can have been carried out.
      expect(await isMoved(places)).toBe(at === tripsOfMove && when === 'killAfter');

      let answer = await move();
      // The transaction of the dead instance may still lock what it wrote; BUSY says: try again.
      for (let tries = 0; tries < 5 && !answer.ok; tries += 1) {
        expect(answer.error).toMatchObject({ code: 'BUSY', retry: 'same' });
        answer = await move();
      }
      expect(answer).toMatchObject({ ok: true, data: { state: 'booked', id: appointmentId } });
      expect(await isMoved(places)).toBe(true);
    },
  );

  /** Whether the visit is at the new place; no place is both free and booked, no visit without one. */
  async function isMoved(visit: {
    from: string;
    to: string;
    appointmentId: string;
    childId: string;
  }): Promise<boolean> {
    const { appointmentId } = visit;
    const [old, fresh] = [await scenario.slot(visit.from), await scenario.slot(visit.to)];
    const appointment = await scenario.database.get(appointments, appointmentId);
    const child = await scenario.database.get(children, visit.childId);
    const moved = fresh.state === 'booked';
    const [taken, left] = moved ? [fresh, old] : [old, fresh];
    expect(taken).toMatchObject({ state: 'booked', appointmentId, visitState: 'booked' });
    expect(taken.card).not.toBeNull();
    expect(left).toMatchObject({
      ...{ state: moved ? 'free' : 'held', appointmentId: null },
      ...{ card: null, visitState: null },
    });
    const { start, end } = taken;
    expect(appointment).toMatchObject({ slotId: taken._id, start, end });
    expect(child?.upcoming).toStrictEqual([{ appointmentId, start, end }]);
    expect(child?.bookings).toBe(1);
    return moved;
  }
});
