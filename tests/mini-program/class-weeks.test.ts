/** A teacher of two classes, and a teacher who goes on while an answer is on its way. */
import type { ActionName, InputOf } from '@contract';
import type { ClassChoice } from '@contract/weekly';
import { weekOf } from '@rules/weekly';
import { week } from '@/wording/week';
import { waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';
import { holdBack } from './support/hold';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const WEEK = 'school/weekly/index';
const action: ActionName = 'school.answerWeekly';
const schoolId = 'school-liuxi-primary';
let teachers = 0;

/** With one child in each class. */
async function teacherOfTwo() {
  teachers += 1;
  const openid = `test-teacher-${teachers}`;
  const classes = [`四年级${teachers}班`, `五年级${teachers}班`];
  const post = { role: 'teacher' as const, name: '孙老师', schoolId, classes };
  const { code } = await demo.cloud.ask('demo-admin', 'account.invite', post);
  await demo.cloud.ask(openid, 'account.acceptInvitation', { code });
  const both = [];
  for (const className of classes) {
    const { childId } = await newFamily(demo.cloud, ['messages']);
    const theClass = { schoolId, className };
    const member = { childId, class: theClass, member: true };
    await demo.cloud.ask(openid, 'school.setClass', member);
    both.push({ childId, class: theClass });
  }
  const [one, other] = both;
  if (!one || !other) throw new Error('two classes were asked for');
  const said = async (of: { class: ClassChoice }) => {
    const shown = await demo.cloud.ask(openid, 'school.showWeek', { class: of.class });
    const answer = shown.children[0]?.said?.answer;
    return answer && (answer.usual ? 'usual' : answer.face);
  };
  return { openid, one, other, said };
}

/** By its name: the simulator finds no id that is not Latin. */
async function turnTo(teacher: Visitor, { className = '' }: ClassChoice): Promise<void> {
  const { page } = teacher.app;
  const tab = await waitFor(
    () => page.findAll('.segments__choice').find((one) => page.text(one) === className),
    `the tab of ${className}`,
  );
  await teacher.tap(tab);
}

async function tellLow(teacher: Visitor, childId: string): Promise<void> {
  await teacher.tap(`#child-${childId}`);
  await teacher.tap('#face-low');
  await teacher.tap('#close-child');
}

const answers = (teacher: Visitor) =>
  teacher.app.calls
    .map(({ data }) => data as { action: string; input: InputOf<'school.answerWeekly'> })
    .filter((call) => call.action === action)
    .map(({ input }) => input);

test('of two classes each has its own answers, also while those of the other are on their way', async () => {
  const { openid, one, other, said } = await teacherOfTwo();
  const slow = holdBack(demo.cloud.as(openid), action);
  const teacher = await demo.visit(openid, { callFunction: slow.callFunction });
  await teacher.app.open(WEEK);
  await teacher.app.page.waitFor(`#child-${one.childId}`);
  await teacher.tap('#confirm');
  await waitFor(() => slow.done() === 1, 'the first class to be on its way');
  await turnTo(teacher, other.class);
  await teacher.app.page.waitFor(`#child-${other.childId}`);
  expect(teacher.text()).not.toContain(week.waiting);
  await tellLow(teacher, other.childId);
  slow.letGo();
  await teacher.tap('#confirm');
  await waitFor(() => answers(teacher).length === 2, 'the second class to be sent');
  await teacher.sees(week.sent);
  expect(answers(teacher)).toMatchObject([
    { class: one.class, usual: [one.childId], answers: [] },
    { class: other.class, usual: [], answers: [{ childId: other.childId }] },
  ]);
  expect([await said(one), await said(other)]).toEqual(['usual', 'low']);
});

test('that one class has been told is not said of the other', async () => {
  const { openid, one, other } = await teacherOfTwo();
  const teacher = await demo.visit(openid);
  await teacher.app.open(WEEK);
  await teacher.app.page.waitFor(`#child-${one.childId}`);
  await teacher.tap('#confirm');
  await teacher.sees(week.sent);
  await turnTo(teacher, other.class);
  await teacher.app.page.waitFor(`#child-${other.childId}`);
  await teacher.sees(week.usualShort);
  expect(teacher.text()).not.toContain(week.sent);
});

test('what an earlier version left waiting of one class is sent, and nothing of the other goes into it', async () => {
  const { openid, one, other, said } = await teacherOfTwo();
  const left = {
    ...{ class: other.class, week: weekOf(Date.now()), requestId: 'left-behind-1' },
    ...{ told: {}, plain: [], sending: [other.childId] },
  };
  const storage = new Map([['class-week', JSON.stringify(left)]]);
  const slow = holdBack(demo.cloud.as(openid), action);
  const teacher = await demo.visit(openid, { storage, callFunction: slow.callFunction });
  await teacher.app.open(WEEK);
  await waitFor(() => slow.done() === 1, 'what was left to be on its way');
  await tellLow(teacher, one.childId);
  slow.letGo();
  await teacher.tap('#confirm');
  await waitFor(() => answers(teacher).length === 2, 'the open class to be sent');
  await teacher.sees(week.sent);
  expect([await said(one), await said(other)]).toEqual(['low', 'usual']);
});

test('what is told of a child while the class is on its way stays, and goes out with the next tap', async () => {
  const { openid, one, said } = await teacherOfTwo();
  const slow = holdBack(demo.cloud.as(openid), action);
  const teacher = await demo.visit(openid, { callFunction: slow.callFunction });
  await teacher.app.open(WEEK);
  await teacher.app.page.waitFor(`#child-${one.childId}`);
  await teacher.tap('#confirm');
  await waitFor(() => slow.done() === 1, 'the class to be on its way');
  await tellLow(teacher, one.childId);
  slow.letGo();
  await teacher.sees(week.sent);
  await teacher.sees(week.correct);
  await teacher.tap('#confirm');
  await waitFor(() => answers(teacher).length === 2, 'what was told meanwhile to be sent');
  await waitFor(() => !teacher.text().includes(week.correct), 'the page to say so');
  expect(await said(one)).toBe('low');
});
