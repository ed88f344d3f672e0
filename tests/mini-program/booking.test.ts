/**
 * Booking in the built mini program: real pages, `wx.cloud.callFunction` wired to a local cloud
 * with the demonstration county and real function instances.
 */
import { dayOf } from '@rules/dates';
import { booking } from '@/wording/booking';
import { consentTexts } from '@/wording/consent';
import { family } from '@/wording/family';
import { relationNames, worryNames } from '@/wording/names';
import {
  chooseWorryAndPlace,
  CONFIRM,
  DONE,
  goToTimes,
  HOME,
  newFamily,
  takeLater,
  upcomingOf,
} from './support/booking';
import { useDemo } from './support/demo';

const demo = useDemo();

test('a grandmother books in six taps, and the counsellor sees who comes and why', async () => {
  const grandma = await demo.visit('demo-grandma');
  await goToTimes(grandma);
  await grandma.sees('已为您留住');
  const { page } = grandma.app;
  expect(page.findAll('.card')[0]).toBe(page.find('.card--selected'));
  await grandma.go('#take', CONFIRM);
  await grandma.sees(worryNames.unhappy);
  await grandma.go('#confirm', DONE);
  await grandma.sees(booking.what);
  expect(grandma.taps).toBeLessThanOrEqual(6);
  const booked = await upcomingOf(demo.cloud, 'demo-grandma');
  expect(booked).toHaveLength(1);
  await grandma.go('#home', HOME);
  await grandma.sees(booked[0]?.placeName ?? '');

  const counsellor = await demo.visit('demo-counsellor');
  await counsellor.go(await counsellor.button('小树'), 'desk/visit/index');
  await counsellor.sees(worryNames.unhappy);
  await counsellor.sees(relationNames.paternalGrandmother);
  await counsellor.tap('#call');
  expect(counsellor.app.shown.at(-1)?.api).toBe('makePhoneCall');
});

test('somebody new says who they are, adds a child, leaves a number and books a call', async () => {
  const father = await demo.visit('demo-stranger');
  const { app } = father;
  await father.go('#go-book', 'family/who/index');
  await father.tap('#role-parent');
  await father.sees(family.townshipTitle);
  await app.page.choose('#township', '柳溪镇');
  await father.go('#start', 'family/add-child/index');
  await app.page.input('#nickname', '小满');
  await app.page.fire('#birth', 'change', { value: `${new Date().getFullYear() - 8}-05` });
  await app.page.choose('#relation', relationNames.father);
  await app.page.choose('#school', '柳溪镇中心小学');
  await father.go('#save', 'family/away/index');
  await father.go('#skip', 'family/consent/index');
  await father.sees(consentTexts.booking.who);
  await father.go('#agree', 'booking/worry/index');
  await father.sees('小满');
  await chooseWorryAndPlace(father, 'phone');
  await father.go('#take', CONFIRM);
  await father.sees(booking.phoneNeededHint);
  await father.go('#leave-phone', 'family/phone/index');
  await app.page.input('#phone', '10200000099');
  await father.go('#save', CONFIRM);
  await father.sees(booking.phoneEnding('0099'));
  await father.go('#confirm', DONE);
  await father.sees(booking.whatPhone);
  expect(await upcomingOf(demo.cloud, 'demo-stranger')).toHaveLength(1);
});

test('a visit can be given up, after being asked once, and its time is free again', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await goToTimes(grandma);
  await takeLater(grandma, CONFIRM);
  await grandma.go('#confirm', DONE);
  const [booked] = await upcomingOf(demo.cloud, openid);
  await grandma.go('#change', 'booking/detail/index');
  await grandma.tap('#cancel');
  await grandma.sees(booking.cancelAsk);
  expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
  await grandma.tap('#give-up');
  await grandma.sees(booking.cancelledTitle);
  expect(await upcomingOf(demo.cloud, openid)).toEqual([]);
  const question = { childId, kind: 'school', day: dayOf(booked?.start ?? 0) } as const;
  const { slots } = await demo.cloud.ask(openid, 'booking.findSlots', question);
  expect(slots.map(({ start }) => start)).toContain(booked?.start);
});
