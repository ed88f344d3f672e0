/** What becomes of a visit over two phones: moved, given up, offered to those who wait, agreed to from afar. */
import type { Browser } from 'playwright-core';
import { consentVersions } from '@contract/consent';
import { booking } from '@/wording/booking';
import { changes, times } from '@/wording/changes';
import { consentTexts } from '@/wording/consent';
import { inbox } from '@/wording/inbox';
import { visitStateNames } from '@/wording/names';
import { rule, waitlist } from '@/wording/waitlist';
import { askThrough } from '../mini-program/support/bridge';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { makeItTen, runJob } from './support/county-clock';
import { takeLater } from './support/family-walk';
import { Look, type Sizes } from './support/look';
import { changeNet, openOn } from './support/network';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  await makeItTen(preview.url);
  await runJob(preview.url);
  browser = await launchBrowser();
}, 540_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

async function phoneOf(as: string, sizes: Sizes, look: Look) {
  const size = sizes === 'both' ? 'standard' : sizes;
  return new Walk(await newPhone(browser, { url: preview.url, as, size }), sizes, look);
}

/** From Home to the times, of which the earliest is kept then. */
async function goToTimes(walk: Walk, place = '#place-any') {
  for (const step of ['#go-book', '#worry-unhappy', '#next', place]) await walk.tap(step);
  await walk.sees('已为您留住');
}

const ready = '#take:not(.button--inactive)';

test('a mother books, looks for another time, moves and gives up', async () => {
  const look = new Look();
  const walk = await phoneOf('demo-mother', 'both', look);
  await goToTimes(walk, '#place-school');
  await walk.at('times', waitlist.join);
  await walk.tap('#filter');
  await walk.at('wishes', times.filterHeading);
  await walk.tap('#gender-woman');
  await walk.tap('#show');
  await walk.sees(times.woman);
  await takeLater(walk);
  await walk.tap('#confirm');
  await walk.tap('#change');
  await walk.at('booked', booking.service);
  await walk.tap('#move');
  await walk.at('times to move to', changes.movePick);
  await takeLater(walk);
  await walk.at('before and after', changes.moveKept);
  await walk.tap('#move-yes');
  await walk.at('moved', changes.moveDone);
  await walk.tap('#change');
  await walk.tap('#cancel');
  await walk.at('giving up', changes.why);
  await walk.tap('#reason-unwell');
  await walk.tap('#give-up');
  await walk.at('given up', changes.cancelledBecause('unwell'));
  await walk.phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);

test('grandmother waits, and father takes the place that is offered on his phone', async () => {
  const look = new Look();
  const grandma = await phoneOf('demo-grandma', 'large', look);
  await goToTimes(grandma);
  await grandma.tap('#queue');
  for (const sign of [waitlist.whereTitle, waitlist.partsTitle, waitlist.untilTitle]) {
    await grandma.at(sign, sign);
    await grandma.tap('#next');
  }
  await grandma.at('what they wait for', waitlist.checkTitle);
  await grandma.tap('#join');
  await grandma.at('waiting', waitlist.doneHeading);
  await grandma.tap('#rule');
  await grandma.at('the rule', rule.heading);
  await grandma.tap('#review');
  await grandma.tap('[id^=review-]');
  await grandma.at('another look is asked for', waitlist.reviewAsked);
  await runJob(preview.url);

  const father = await phoneOf('demo-father', 'standard', look);
  await father.at('home, an offer', waitlist.homeOffer);
  const home = { url: preview.url, as: 'demo-father', size: 'standard', route: '' } as const;
  await openOn(father.phone, 'offline', home);
  await father.at('home, an offer, no network', waitlist.homeOffer);
  await changeNet(father.phone, '');
  await father.tap('[id^=offer-]');
  await father.at('an offer', waitlist.ifDecline);
  await father.tap('#accept');
  await father.at('taken', booking.doneTitle);

  await grandma.phone.open('pages/home/index');
  await grandma.sees(/今天|明天|后天|周/);
  await grandma.tap('[id^=visit-]');
  await grandma.at('booked by father', visitStateNames.booked);
  await runJob(preview.url);
  await grandma.phone.open('pages/messages/index');
  await grandma.at('told', /约好了/);
  for (const { phone } of [grandma, father]) await phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);

test('a booking waits for father, who agrees on his own phone', async () => {
  await arrangeFamily();
  const look = new Look();
  const grandma = await phoneOf('afar-grandma', 'large', look);
  await goToTimes(grandma, '#place-clinic');
  await grandma.tap(ready);
  await grandma.at('confirm, a parent is still to agree', booking.awaitsParents);
  await grandma.tap('#confirm');
  await grandma.at('kept until father agrees', changes.awaitingTitle);
  await grandma.sees(changes.awaitingHint);
  await runJob(preview.url);

  const father = await phoneOf('afar-father', 'standard', look);
  await father.at('home, something to agree to', changes.awaitsYou);
  await father.tap('#tab-messages');
  await father.at('told of it', /等您同意/);
  await father.tap('[id^=notice-]');
  await father.at('what it is about', changes.agree);
  await father.tap('#go-consent');
  await father.sees(consentTexts.booking.who);
  await father.tap('#agree');
  await father.at('booked now', booking.what);
  await father.sees(changes.joinIn);

  await grandma.phone.open('pages/home/index');
  await grandma.tap('[id^=visit-]');
  await grandma.at('booked, grandmother’s phone', visitStateNames.booked);
  await runJob(preview.url);
  await grandma.phone.open('pages/messages/index');
  await grandma.at('told that father has agreed', /小雨约好了/);
  await grandma.sees(inbox.fresh);
  for (const { phone } of [grandma, father]) await phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);

/** A grandmother who has begun to agree, and a father in the circle who has not been asked yet. */
async function arrangeFamily(): Promise<void> {
  const ask = askThrough(preview.url);
  const township = '990101002';
  await ask('afar-grandma', 'account.signIn', { role: 'caregiver', township });
  const child = await ask('afar-grandma', 'family.addChild', {
    nickname: '小雨',
    birthYear: new Date().getFullYear() - 9,
    birthMonth: 3,
    relation: 'paternalGrandmother',
  });
  await ask('afar-grandma', 'account.giveConsent', {
    childId: child.id,
    choices: [{ purpose: 'booking', agree: true, version: consentVersions.booking }],
  });
  const { code } = await ask('afar-grandma', 'family.inviteFamily', { childId: child.id });
  await ask('afar-father', 'account.signIn', { role: 'parent', township });
  await ask('afar-father', 'family.joinFamily', { code, relation: 'father' });
}
