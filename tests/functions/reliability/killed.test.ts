import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appointments, children } from '../../../cloudfunctions/platform/collections';
import { buildFunctions } from '../../../config/build-functions';
import { newRequestId } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { InstanceFailed } from '../support/test-cloud';

/** Caller, begin, event, slot, child; appointment, slot, child, event, commit. */
const tripsOfBook = 10;

describe('a function instance that is killed in the middle of booking', () => {
  let folder: string;
  let scenario: Scenario;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-killed-'));
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

  const bookings = async (who: Booker) =>
    scenario.database.find(appointments, { where: { childId: who.childId } });

  const points = Array.from({ length: tripsOfBook }, (_, trip) => trip + 1).flatMap((at) => [
    { at, when: 'killBefore' as const },
    { at, when: 'killAfter' as const },
  ]);

  test.each(points)(
    '$when at round trip $at: nothing is half done, and the same request then books once',
    async ({ at, when }) => {
      const [slotId = ''] = await scenario.freeAt([nextStart()]);
      const me = await scenario.family({}, true);
      const { childId } = me;
      await scenario.as(me.openid).call('booking.holdSlot', { slotId, childId });
      const wish = { slotId, childId, worries: ['bullied' as const] };
      const requestId = newRequestId();
      const { faults } = scenario.test.cloud;
      faults.add({ on: 'request', during: '"booking.book"', nth: at, effect: when });
      await expect(me.ask('booking.book', wish, requestId)).rejects.toBeInstanceOf(InstanceFailed);
      expect(faults.list()).toMatchObject([{ seen: at, struck: 1 }]);
      faults.clear();

      // All of it or nothing of it, also while the dead transaction is still open.
      const slot = await scenario.slot(slotId);
      const done = (await bookings(me)).length === 1;
      expect(slot.state).toBe(done ? 'booked' : 'held');
      const child = await scenario.database.get(children, childId);
      expect(child?.upcoming).toHaveLength(done ? 1 : 0);
      // Only an answer that was lost on its way can have been carried out.
      expect(done).toBe(at === tripsOfBook && when === 'killAfter');

      let answer = await me.ask('booking.book', wish, requestId);
      // The transaction of the dead instance may still lock what it wrote; BUSY says: try again.
      for (let tries = 0; tries < 5 && !answer.ok; tries += 1) {
        expect(answer.error).toMatchObject({ code: 'BUSY', retry: 'same' });
        answer = await me.ask('booking.book', wish, requestId);
      }
      expect(answer).toMatchObject({ ok: true, data: { state: 'booked', childId } });
      expect(await bookings(me)).toHaveLength(1);
      expect(await scenario.database.get(children, childId)).toMatchObject({ bookings: 1 });
    },
  );

  let places = 0;
  /** A place of its own for each case, on the Monday evening of the scenario and after. */
  function nextStart(): number {
    places += 1;
    return Date.now() + (2 + places) * 60 * 60_000;
  }
});
