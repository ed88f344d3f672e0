import type { WeekAnswer } from '@contract/weekly';
import { weekOf } from '@rules/weekly';
import { alerts } from '../../../cloudfunctions/platform/collections';
import { monday } from '../support/clock';
import { school } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

const className = '三年级一班';
const week = weekOf(monday);
/** One of WeChat's own two phrases that its check objects to. */
const flaggedWord = '完2347全dfji试3726测asad感3847知qwez到';

/** WeChat objects to several sentences together, and does not say to which. */
describe('sentences of a week that WeChat is asked about again', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let neighbour: Booker;
  let wang: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    grandma = await scenario.family({ className, nickname: '小树' });
    neighbour = await scenario.family({ className, nickname: '豆豆' });
    const teacher = { role: 'teacher' as const, schoolId: school._id, classes: [className] };
    wang = await scenario.staff({ openid: 'wx-wang', name: '王老师', ...teacher });
    scenario.test.cloud.visit(wang.openid);
  });
  afterEach(() => scenario.close());

  /** The second question and those after it get no answer. */
  const answerOnce = () =>
    scenario.test.cloud.faults.add({
      ...{ on: 'request', name: 'wx.openApi', nth: 2, times: 10 },
      effect: { fail: 'SYS_ERR' },
    });
  const say = (said: readonly (readonly [Booker, string])[]) =>
    wang.call('school.answerWeekly', {
      ...{ class: { schoolId: school._id, className }, week, usual: [] },
      answers: said.map(([{ childId }, sentence]) => {
        const answer: WeekAnswer = { usual: false, face: 'low', facts: {}, sentence };
        return { childId, answer };
      }),
    });
  const shown = async (who: Booker) =>
    JSON.stringify(await who.call('school.listWeeks', { childId: who.childId }));
  const raised = async () => {
    const found = await scenario.database.find(alerts, { where: { childId: { $gt: '' } } });
    return found.map(({ childId, reason }) => [childId, reason]).sort();
  };

  test('one sentence is held by the first answer, for which no second is needed', async () => {
    answerOnce();
    expect((await say([[grandma, flaggedWord]])).held).toBe(true);
    expect(await shown(grandma)).not.toContain(flaggedWord);
    expect(await raised()).toEqual([[grandma.childId, 'contentCheck']]);
  });

  test('of several all are held that WeChat has not cleared', async () => {
    answerOnce();
    const said = [
      [grandma, flaggedWord],
      [neighbour, '今天吃得多'],
    ] as const;
    expect((await say(said)).held).toBe(true);
    expect(await shown(grandma)).not.toContain(flaggedWord);
    expect(await raised()).toEqual([
      [grandma.childId, 'contentCheck'],
      [neighbour.childId, 'contentCheck'],
    ]);
  });

  test('of several only the one is held that WeChat objects to by itself', async () => {
    await say([
      [grandma, flaggedWord],
      [neighbour, '今天吃得多'],
    ]);
    expect(await shown(grandma)).not.toContain(flaggedWord);
    expect(await shown(neighbour)).toContain('今天吃得多');
    expect(await raised()).toEqual([[grandma.childId, 'contentCheck']]);
  });
});
