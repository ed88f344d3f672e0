/** A grandmother answers about her grandson, meets the telephone numbers without network, and books. */
import type { Browser } from 'playwright-core';
import { booking } from '@/wording/booking';
import { screening } from '@/wording/screening';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { Look, seen } from './support/look';
import { changeNet, openOn } from './support/network';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 540_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

test('from the questions to a booking, with the help card first and without network', async () => {
  const route = 'screening/start/index?childId=demo-child-xiaoshu&as=caregiver';
  const opening = { url: preview.url, as: 'demo-grandma', size: 'standard' as const, route };
  const phone = await newPhone(browser, opening);
  const look = new Look();
  const walk = new Walk(phone, 'both', look);
  const answer = async (at: number, id: string) => {
    await walk.sees(screening.question(at, 18));
    await walk.tap(`#answer-${id}`);
  };
  await walk.at('questions, before', screening.placeholder);
  await walk.tap('#begin');
  await walk.at('questions, the first', screening.question(1, 18));
  for (let at = 1; at <= 5; at += 1) await answer(at, at === 2 ? '2' : '1');
  await answer(6, '2');
  await walk.at('questions, hopeless often', screening.helpTitle);
  await walk.tap('#go-on');
  await answer(7, 'unknown');
  await walk.sees(screening.question(8, 18));

  // Closed in the middle: it goes on where it was.
  await openOn(phone, '', opening);
  await walk.sees(screening.goOn(8));
  await walk.tap('#begin');
  await walk.sees(screening.question(8, 18));
  await walk.tap('#back');
  await walk.sees(screening.question(7, 18));
  await answer(7, '2');
  for (let at = 8; at <= 17; at += 1) await answer(at, '1');
  await walk.at('questions, safety', screening.safety);

  await changeNet(phone, 'offline');
  await walk.tap('#answer-yes');
  await walk.at('questions, danger without network', screening.notSent);
  expect(await seen(phone, '#call-national-120').count()).toBe(1);
  await walk.tap('#now-yes');
  await walk.at('questions, danger now', screening.strongTitle);
  await changeNet(phone, '');
  // It goes out by itself.
  await seen(phone, '#retry').waitFor({ state: 'detached' });
  await walk.tap('#go-on');
  await walk.at('questions, result', screening.advice.caregiver.talk);
  expect(await seen(phone, '.screen').innerText()).not.toMatch(/\d+ ?分/);
  await walk.tap('#book');
  await walk.sees(booking.worryHint);
  await openOn(phone, '', opening);
  await walk.at('questions, answered lately', screening.done);

  await phone.open('screening/mood/index');
  await walk.tap('#answer-2');
  await walk.tap('#answer-1');
  await walk.at('own mood, wants care', screening.mood.care);
  await phone.close();
  expect(look.violations).toEqual([]);
}, 300_000);
