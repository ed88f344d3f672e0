/** The week from home: put right, and told while another answer is on its way. */
import type { InputOf } from '@contract';
import { weekOf } from '@rules/weekly';
import { week } from '@/wording/week';
import { waitFor } from './support';
import { agreeTo, newFamily } from './support/booking';
import { useDemo } from './support/demo';
import { holdBack } from './support/hold';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const HOME_WEEK = 'school/weekly-home/index';
const action = 'school.answerWeeklyAtHome';

async function faceOf(openid: string, childId: string) {
  const { weeks } = await demo.cloud.ask(openid, 'school.listWeeks', { childId });
  const answer = weeks[0]?.home?.answer;
  return answer && (answer.usual ? 'usual' : answer.face);
}

const answers = (visitor: Visitor) =>
  visitor.app.calls
    .map(({ data }) => data as { action: string; input: InputOf<typeof action> })
    .filter((call) => call.action === action)
    .map(({ input }) => input);

test('what was told can be put right when the page is opened again', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages']);
  const grandma = await demo.visit(openid);
  await grandma.app.open(HOME_WEEK, { childId });
  await grandma.tap('#confirm');
  await grandma.sees(week.homeSent);
  await grandma.app.open(HOME_WEEK, { childId });
  await grandma.tap('#face-low');
  await grandma.tap('#confirm');
  await grandma.sees(week.homeSent);
  expect(await faceOf(openid, childId)).toBe('low');
});

test('a face that is tapped while the answer is on its way stays, and goes out with the next tap', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages']);
  const slow = holdBack(demo.cloud.as(openid), action);
  const grandma = await demo.visit(openid, { callFunction: slow.callFunction });
  await grandma.app.open(HOME_WEEK, { childId });
  await grandma.tap('#confirm');
  await waitFor(() => slow.done() === 1, 'the answer to be on its way');
  await grandma.tap('#face-low');
  slow.letGo();
  await grandma.tap('#confirm');
  await grandma.sees(week.homeSent);
  expect(await faceOf(openid, childId)).toBe('low');
});

test('of two children the second goes out as it is by then, and not as it lay there at first', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages']);
  const { id: second } = await demo.cloud.ask(openid, 'family.addChild', {
    ...{ nickname: '小苗', birthYear: new Date().getFullYear() - 8, birthMonth: 4 },
    ...{ schoolId: 'school-liuxi-primary', relation: 'paternalGrandmother' },
  });
  await agreeTo(demo.cloud, openid, second, ['messages']);
  const left = [childId, second].map((id, place) => ({
    ...{ childId: id, week: weekOf(Date.now()), requestId: `left-behind-${place}`, sending: true },
  }));
  const storage = new Map([['home-week', JSON.stringify(left)]]);
  const slow = holdBack(demo.cloud.as(openid), action);
  const grandma = await demo.visit(openid, { storage, callFunction: slow.callFunction });
  await grandma.app.open(HOME_WEEK, { childId: second });
  await waitFor(() => slow.done() === 1, 'the first child to be on its way');
  await grandma.tap('#face-low');
  slow.letGo();
  await grandma.tap('#confirm');
  await grandma.sees(week.homeSent);
  expect(answers(grandma).map(({ childId: id, answer }) => [id, answer.usual])).toEqual([
    [childId, true],
    [second, false],
  ]);
  expect(await faceOf(openid, second)).toBe('low');
});
