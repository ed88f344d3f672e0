/** Telephone numbers: without network, without an account, without an answer from the cloud. */
import { nationalLines } from '@contract/national-lines';
import { createMiniProgram, type MiniProgram } from './support';
import { HOME } from './support/booking';
import { Visitor } from './support/visitor';

const PHONES = 'pages/phones/index';

let app: MiniProgram;
let asked = 0;

beforeEach(() => {
  asked = 0;
  app = createMiniProgram({
    callFunction: () => {
      asked += 1;
      return Promise.reject(new Error('the cloud is down'));
    },
  });
});
afterEach(() => app.close());

test('all numbers of the country are there at the first opening without network', async () => {
  await app.setOffline(true);
  const page = await app.open(PHONES);
  for (const number of ['120', '110', '12356']) expect(page.text()).toContain(number);
  for (const line of nationalLines) expect(page.text()).toContain(`${line.number}${line.name}`);
  await page.waitForText('现在没有网');
  expect(asked).toBe(0);
});

test('one tap calls', async () => {
  await app.setOffline(true);
  const page = await app.open(PHONES);
  await page.tap('#call-national-120');
  expect(app.shown.at(-1)).toEqual({ api: 'makePhoneCall', options: { phoneNumber: '120' } });
});

test('they are one tap away even when the first page cannot be opened', async () => {
  await app.open(HOME);
  const somebody = new Visitor(app);
  await somebody.go('#help', PHONES);
  await somebody.sees('12356');
  expect(somebody.taps).toBe(1);
});
