import type { Transaction } from '../../../cloudfunctions/platform/transaction';
import { children } from '../../../cloudfunctions/platform/collections';
import { Scenario } from '../support/scenario';

describe('a document that somebody else keeps writing to', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  /** Another transaction that has written to the child and does not end before `release`. */
  async function keepLocked(childId: string) {
    const { startTransaction } = await import('../../../cloudfunctions/platform/sdk');
    const other = await startTransaction();
    await other.update(children.name, childId, { rev: 99 });
    return () => other.rollback();
  }

  test('makes booking say BUSY and that the same request may be sent again', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const wish = { slotId: nine, childId: me.childId, worries: [] };
    const release = await keepLocked(me.childId);
    const answer = await me.ask('booking.book', wish, 'conflict-request-1');
    expect(answer).toMatchObject({ ok: false, error: { code: 'BUSY', retry: 'same' } });
    await release();
    expect((await scenario.slot(nine)).state).toBe('held');
    const visit = await me.call('booking.book', wish, 'conflict-request-1');
    expect(visit.state).toBe('booked');
  });

  test('is waited for when it is let go soon', async () => {
    const [nine = ''] = await scenario.free(['9:00']);
    const me = await scenario.family();
    await me.call('booking.holdSlot', { slotId: nine, childId: me.childId });
    const release = await keepLocked(me.childId);
    const booking = me.call('booking.book', { slotId: nine, childId: me.childId, worries: [] });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await release();
    expect((await booking).state).toBe('booked');
  });

  test('pauses longer and longer before each try, never all at the same moment', async () => {
    const me = await scenario.family();
    const release = await keepLocked(me.childId);
    const { inTransaction } = await import('../../../cloudfunctions/platform/transaction');
    const starts: number[] = [];
    const work = async (transaction: Transaction) => {
      starts.push(performance.now());
      await transaction.update(children, me.childId, { rev: 2 });
    };
    await expect(inTransaction(scenario.database, () => 0.5, work)).rejects.toMatchObject({
      code: 'BUSY',
    });
    await release();
    expect(starts).toHaveLength(6);
    const pauses = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
    for (const [at, pause] of pauses.entries())
      expect(pause).toBeGreaterThanOrEqual(30 * 2 ** at - 2);
  });

  test('a fault of our own inside a transaction undoes all of it and is not tried again', async () => {
    const me = await scenario.family();
    const { inTransaction } = await import('../../../cloudfunctions/platform/transaction');
    let tries = 0;
    const work = async (transaction: Transaction) => {
      tries += 1;
      await transaction.update(children, me.childId, { rev: 7 });
      throw new Error('half way');
    };
    await expect(inTransaction(scenario.database, () => 0.5, work)).rejects.toThrow('half way');
    expect(tries).toBe(1);
    expect(await scenario.database.get(children, me.childId)).toMatchObject({ rev: 1 });
  });

  test('what is told in a transaction that keeps no event is refused, instead of reaching nobody', async () => {
    const { inTransaction } = await import('../../../cloudfunctions/platform/transaction');
    const work = (transaction: Transaction) => {
      transaction.tell({ to: ['wx-li'], kind: 'dutyAlert' });
      return Promise.resolve();
    };
    await expect(inTransaction(scenario.database, () => 0.5, work)).rejects.toThrow('once()');
  });
});
