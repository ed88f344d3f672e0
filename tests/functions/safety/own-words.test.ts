import { weekOf } from '@rules/weekly';
import { holdFlagged } from '../../../cloudfunctions/areas/school/hold-flagged';
import { alerts, children, contentChecks } from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { monday } from '../support/clock';
import { school } from '../support/documents';
import type { Person } from '../support/person';
import { putOnDuty } from '../support/roster';
import { startDesk, type SafeguardingDesk } from './support';

/** One of WeChat's own two phrases that its check objects to. */
const flaggedWord = '完2347全dfji试3726测asad感3847知qwez到';
const className = '三年级一班';

/** Whoever is of safeguarding and wrote what is held: somebody else looks at it. */
describe('staff’s own words that WeChat flags', () => {
  let here: SafeguardingDesk;
  let wang: Person;

  beforeEach(async () => {
    here = await startDesk();
    const post = { role: 'teacher' as const, schoolId: school._id, classes: [className] };
    wang = await here.scenario.staff({ openid: 'wx-zhao', name: '赵老师', ...post });
    await putOnDuty(here.scenario, [{ duty: wang.openid, standIn: here.yang.openid }]);
  });
  afterEach(() => here.scenario.close());

  const write = (requestId?: string) =>
    wang.call(
      'school.sendMessage',
      {
        ...{ threadId: here.grandma.childId, audience: 'all' },
        content: { kind: 'text', text: flaggedWord },
      },
      requestId,
    );
  const answer = () =>
    wang.call('school.answerWeekly', {
      ...{ class: { schoolId: school._id, className }, week: weekOf(monday), usual: [] },
      answers: [
        {
          childId: here.grandma.childId,
          answer: { usual: false, face: 'low', facts: {}, sentence: flaggedWord },
        },
      ],
    });
  /** It is another person's: neither told to, nor seen, nor taken by whoever wrote it. */
  const isOthers = async () => {
    const { scenario, grandma, yang, rowsOf, theOnly, told } = here;
    const alertId = await theOnly();
    expect(await scenario.database.get(alerts, alertId)).toMatchObject({
      ...{ reason: 'contentCheck', childId: grandma.childId, told: [yang.openid] },
    });
    expect(await told(wang)).toBe(0);
    expect(await rowsOf(wang)).toEqual([]);
    for (const action of ['safety.showAlert', 'safety.acceptAlert'] as const) {
      expect(await wang.refusal(action, { alertId })).toBe('NOT_FOUND');
    }
    const { won } = await yang.call('safety.acceptAlert', { alertId });
    expect(won).toBe(true);
  };
  /** WeChat's answer comes later, and it objects. */
  const flagLater = async () => {
    const { scenario } = here;
    const where = { lookAt: command.gt(0) };
    const [check] = await scenario.database.find(contentChecks, { where, limit: 1 });
    if (!check) throw new Error('nothing is to be checked');
    await holdFlagged(scenario.database, Math.random, check, monday);
  };
  const inClass = () =>
    here.scenario.database.update(children, here.grandma.childId, { className });

  test('a message of theirs is released by somebody else', async () => {
    here.scenario.test.cloud.visit(wang.openid);
    expect((await write()).state).toBe('held');
    await isOthers();
  });

  test('nor do they judge a message that is flagged after it was sent', async () => {
    expect((await write()).state).toBe('sent');
    await flagLater();
    await isOthers();
  });

  test('a sentence of theirs in the week is released by somebody else', async () => {
    await inClass();
    here.scenario.test.cloud.visit(wang.openid);
    expect((await answer()).held).toBe(true);
    await isOthers();
  });

  test('nor do they judge a sentence that is flagged after it was said', async () => {
    await inClass();
    expect((await answer()).held).toBe(false);
    await flagLater();
    await isOthers();
  });
});
