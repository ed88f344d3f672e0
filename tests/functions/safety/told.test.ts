import { EmptySchema } from '@contract/shapes';
import { limits } from '@contract/limits';
import { hourMs, minuteMs } from '@rules/dates';
import { holdFlagged } from '../../../cloudfunctions/areas/school/hold-flagged';
import { deliverEffects } from '../../../cloudfunctions/areas/notify/deliver-effects';
import { events } from '../../../cloudfunctions/platform/collections';
import { once } from '../../../cloudfunctions/platform/idempotency';
import { jobRequest } from '../../../cloudfunctions/platform/once-and-tell';
import { tellAtOnce } from '../../../cloudfunctions/areas/notify/tell-now';
import { at, moveClock } from '../support/clock';
import type { Person } from '../support/person';
import { despair, harmless, startDesk, type SafeguardingDesk } from './support';

describe('whoever is to take an alert up hears of it', () => {
  let here: SafeguardingDesk;

  beforeEach(async () => {
    here = await startDesk();
  });
  afterEach(() => here.scenario.close());

  /** What is there before any job has run. */
  const toldAtOnce = async (who: Person) => {
    const { notices } = await who.call('notify.listInbox', {});
    return notices.filter(({ kind }) => kind === 'dutyAlert').length;
  };

  test('at once when WeChat flags something long after it was sent, and once for a check', async () => {
    const { scenario, grandma, li, standard, say, told } = here;
    await standard();
    await say(harmless, {}, 'flagged-late');
    const ref = `${grandma.openid}_flagged-late`;
    const check = { _id: 'message_later_text0', thing: 'message' as const, ref, at: Date.now() };
    const tell = tellAtOnce(scenario.database, Date.now(), Infinity);
    await holdFlagged(scenario.database, () => 0, check, Date.now(), tell);
    expect(await toldAtOnce(li)).toBe(1);
    await holdFlagged(scenario.database, () => 0, check, Date.now());
    expect(await told(li)).toBe(1);
  });

  test('of an S2 late in the evening: next in line after two hours, and the administrators soon after', async () => {
    const { grandma, father, li, next, admin, standard, say, told } = here;
    await standard();
    moveClock(at('22:30', 0) - Date.now());
    const { seq } = await say(harmless);
    await father.call('school.reportMessage', { threadId: grandma.childId, seq, reason: 'harm' });
    expect([await told(li), await told(next), await told(admin)]).toEqual([1, 0, 0]);
    moveClock(2 * hourMs);
    expect([await told(next), await told(admin)]).toEqual([1, 0]);
    moveClock(limits.acceptMinutes * minuteMs);
    expect([await told(next), await told(admin)]).toEqual([1, 1]);
  });

  /** Chat that a busy evening leaves in the outbox. */
  const chatter = async (many: number) => {
    const { scenario, father, grandma } = here;
    for (let number = 0; number < many; number += 1) {
      const request = jobRequest('chat', `chat-${number}`, Date.now());
      await once(
        scenario.database,
        () => 0,
        request,
        EmptySchema,
        (transaction) => {
          const about = { childId: grandma.childId, threadId: `t-${number}` };
          transaction.tell({ to: [father.openid], kind: 'schoolReply', ...about });
          return Promise.resolve({});
        },
      );
    }
  };
  const untold = async () => {
    const where = { effectsAt: { $gt: 0 } };
    return (await here.scenario.database.find(events, { where, limit: 1000 })).length;
  };

  test('before all that families write to each other, and in the run that raises it further', async () => {
    const { scenario, next, standard, say } = here;
    await standard();
    await say(despair);
    await scenario.test.runJobs();
    moveClock(14 * minuteMs);
    await chatter(120);
    const broken = { _id: 'job_broken', action: 'chat', digest: '', answer: '', at: Date.now() };
    await scenario.database.add(events, {
      ...broken,
      effects: 'nobody can read this',
      effectsAt: 1,
    });
    moveClock(minuteMs);
    await scenario.test.runJobs();
    expect(await toldAtOnce(next)).toBe(1);
    // One that cannot be told keeps none of the others.
    expect(await untold()).toBe(1);
  });

  test('before older chat also where the time of a run is short', async () => {
    const { scenario, grandma, li, standard, say } = here;
    await standard();
    await say(harmless, {}, 'flagged-late');
    await scenario.test.runJobs();
    await chatter(60);
    moveClock(minuteMs);
    const ref = `${grandma.openid}_flagged-late`;
    const check = { _id: 'message_later_voice', thing: 'message' as const, ref };
    await holdFlagged(scenario.database, () => 0, check, Date.now());
    const over = 0;
    expect(await deliverEffects(scenario.database, Date.now(), over)).toBe(50);
    expect(await toldAtOnce(li)).toBe(1);
  });

  test('within a minute when WeChat pushes what it has found, from where nothing may be sent', async () => {
    const { scenario, grandma, li, standard, say, told } = here;
    await standard();
    await say(harmless, {}, 'flagged-late');
    const ref = `${grandma.openid}_flagged-late`;
    const check = { _id: 'message_later_voice', thing: 'message' as const, ref, at: Date.now() };
    await holdFlagged(scenario.database, () => 0, check, Date.now());
    expect(await toldAtOnce(li)).toBe(0);
    expect(await told(li)).toBe(1);
  });
});
