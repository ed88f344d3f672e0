/** What becomes of a visit, in the built mini program: moved, given up, two children at once. */
import { errorMeanings } from '@contract/errors';
import { dayOf } from '@rules/dates';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { inbox } from '@/wording/inbox';
import type { MiniProgramOptions } from './support';
import {
  CONFIRM,
  DETAIL,
  DONE,
  goToTimes,
  HOME,
  liuxi,
  newFamily,
  takeLater,
  TIMES,
  upcomingOf,
} from './support/booking';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const MOVE = 'booking/move/index';

/** Books for another day, and opens the visit. */
async function bookLater(visitor: Visitor) {
  await goToTimes(visitor);
  await takeLater(visitor, CONFIRM);
  await visitor.go('#confirm', DONE);
  await visitor.go('#change', DETAIL);
  await visitor.sees(booking.service);
}

test('a visit moves to another time, which is said before and after, and its old time is free', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await bookLater(grandma);
  const [before] = await upcomingOf(demo.cloud, openid);
  await grandma.go('#move', TIMES);
  await takeLater(grandma, MOVE);
  for (const word of [changes.moveFrom, changes.moveTo, changes.moveKept]) await grandma.sees(word);
  expect(await upcomingOf(demo.cloud, openid)).toEqual([before]);
  await grandma.tap('#reason-farAway');
  await grandma.go('#move-yes', DONE);
  await grandma.sees(changes.moveDone);
  const [after, ...others] = await upcomingOf(demo.cloud, openid);
  expect(others).toEqual([]);
  expect(after?.id).toBe(before?.id);
  expect(after?.start).not.toBe(before?.start);
  expect(after?.reason).toBe('farAway');
  const question = { childId, kind: 'school', day: dayOf(before?.start ?? 0) } as const;
  const { slots } = await demo.cloud.ask(openid, 'booking.findSlots', question);
  expect(slots.map(({ start }) => start)).toContain(before?.start);
});

test('a move whose answer was lost moves once, and a tap later it says so', async () => {
  const { openid } = await newFamily(demo.cloud);
  const sent: string[] = [];
  const network = { losing: true };
  const callFunction: MiniProgramOptions['callFunction'] = async (name, data) => {
    const answer = await demo.cloud.as(openid)(name, data);
    const request = data as { action: string; requestId: string };
    if (request.action !== 'booking.reschedule') return answer;
    sent.push(request.requestId);
    if (network.losing) throw new Error('lost on the way back');
    return answer;
  };
  const grandma = await demo.visit(openid, { callFunction });
  await bookLater(grandma);
  await grandma.go('#move', TIMES);
  await takeLater(grandma, MOVE);
  await grandma.tap('#move-yes');
  await grandma.sees(errorMeanings.INTERNAL.message);
  network.losing = false;
  await grandma.go('#move-yes', DONE);
  expect(new Set(sent).size).toBe(1);
  expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
});

test('a move that was interrupted goes on, and can be dropped with nothing changed', async () => {
  const { openid } = await newFamily(demo.cloud);
  const storage = new Map<string, string>();
  const before = await demo.visit(openid, { storage });
  await bookLater(before);
  const booked = await upcomingOf(demo.cloud, openid);
  await before.go('#move', TIMES);
  await before.sees(changes.movePick);

  const after = await demo.visit(openid, { storage });
  await after.sees(changes.resume);
  await after.go('#resume', TIMES);
  await after.go('#move-stop', HOME);
  expect(after.text()).not.toContain(changes.resume);
  expect(await upcomingOf(demo.cloud, openid)).toEqual(booked);
});

test('a visit is given up with a reason, which is asked and not required', async () => {
  const { openid } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await bookLater(grandma);
  await grandma.tap('#cancel');
  await grandma.sees(changes.why);
  await grandma.tap('#reason-farAway');
  await grandma.tap('#give-up');
  await grandma.sees(changes.cancelledBecause('farAway'));
  expect(await upcomingOf(demo.cloud, openid)).toEqual([]);
});

test('a visit to come that was given up can still be opened, without network as well', async () => {
  const { openid } = await newFamily(demo.cloud);
  const storage = new Map<string, string>();
  const grandma = await demo.visit(openid, { storage });
  await bookLater(grandma);
  const [visit] = await upcomingOf(demo.cloud, openid);
  const appointmentId = visit?.id ?? '';
  await demo.cloud.ask(openid, 'booking.cancel', { appointmentId, reason: 'farAway' });
  await grandma.app.open(DETAIL, { id: appointmentId });
  await grandma.sees(changes.cancelledBecause('farAway'));
  await grandma.app.close();
  const callFunction = () => Promise.reject(new Error('request:fail'));
  const offline = await demo.visit(openid, { storage, callFunction });
  await offline.app.open(DETAIL, { id: appointmentId });
  await offline.sees(changes.cancelledBecause('farAway'));
});

test('two children of a family go together in one visit', async () => {
  const { openid } = await newFamily(demo.cloud);
  const second = await demo.cloud.ask(openid, 'family.addChild', {
    nickname: '小苗',
    birthYear: new Date().getFullYear() - 7,
    birthMonth: 5,
    schoolId: 'school-liuxi-primary',
    relation: 'paternalGrandmother',
  });
  const grandma = await demo.visit(openid);
  await grandma.go('#book-together', 'booking/child/index');
  await grandma.go('#both', 'booking/worry/index');
  await grandma.tap('#worry-unhappy');
  await grandma.go('#next', 'family/consent/index');
  await grandma.sees('小苗');
  await grandma.tap('#agree');
  await grandma.go('#go-on', 'booking/place/index');
  await grandma.go('#place-school', TIMES);
  await takeLater(grandma, CONFIRM);
  await grandma.sees('小禾和小苗');
  await grandma.go('#confirm', DONE);
  await grandma.sees('小禾和小苗');
  const [visit] = await upcomingOf(demo.cloud, openid);
  expect(visit?.sibling?.childId).toBe(second.id);
});

test('without news the inbox says what will stand there, and the school’s number stays', async () => {
  await demo.cloud.ask('test-newcomer', 'account.signIn', { role: 'parent', township: liuxi });
  const newcomer = await demo.visit('test-newcomer');
  await newcomer.app.open('pages/messages/index');
  await newcomer.sees(inbox.empty);
  const grandma = await demo.visit('demo-grandma');
  await grandma.app.open('pages/messages/index');
  await grandma.sees('柳溪镇中心小学');
});
