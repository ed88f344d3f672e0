/**
 * A school telephones in a booking, and the counsellor's whole day follows: one family arrives, the
 * visit is written up and the next one made before they leave; another does not come.
 */
import type { Browser } from 'playwright-core';
import { addDays, dayOf, hourMs, minuteMs, startOfDay, weekdayOf } from '@rules/dates';
import { desk } from '@/wording/desk';
import { statistics } from '@/wording/desk-lists';
import { nextWords } from '@/wording/desk-next';
import { phoneIn } from '@/wording/desk-phone-in';
import { visitWords } from '@/wording/desk-visit';
import { launchBrowser, newPhone, startPreview, type Preview } from './support';
import { ask } from './support/ask';
import { Look, seen } from './support/look';
import { Walk } from './support/walk';

let preview: Preview;
let browser: Browser;
let today = dayOf(Date.now());

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 540_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

/** Two free places of the counsellor's room on one workday to come, whose morning it is now. */
async function beginWorkday() {
  for (let ahead = 0; ahead < 10; ahead += 1) {
    today = addDays(today, 1);
    if (weekdayOf(today) > 5) continue;
    await preview.setClock(startOfDay(today) + 6 * hourMs);
    const { slots } = await ask(preview.url, 'demo-counsellor', 'booking.findForFamily', {
      ...{ schoolId: 'school-liuxi-primary', own: true, day: today },
    });
    const [first, second] = slots.filter(({ kind }) => kind === 'school');
    if (first && second) return { first, second };
  }
  throw new Error('no workday has two free places');
}

async function writeDownFamily(walk: Walk, nickname: string): Promise<void> {
  const { page } = walk.phone;
  await walk.tap('#go-phone-in');
  await walk.at('phone-in, who', phoneIn.whoHeading);
  await walk.tap('#new-family');
  await page.locator('#nickname input:visible').fill(nickname);
  await walk.at('phone-in, something is missing', phoneIn.missing);
  await walk.pick('#birth');
  await walk.pick('#relation');
  await page.locator('#phone input:visible').fill('13900000000');
  await walk.at('phone-in, the family', phoneIn.newHeading);
  await walk.tap('#next');
  await walk.tap('#worry-sleep');
  await walk.at('phone-in, worries', phoneIn.worryHint);
  await walk.tap('#next');
}

test('a call is booked, one family comes and another does not', async () => {
  const { url } = preview;
  const look = new Look();
  const { first, second } = await beginWorkday();
  const [comes, misses] = ['阿福', '阿贵'] as const;

  const school = await newPhone(browser, { url, as: 'demo-teacher', size: 'standard' });
  const left = new Walk(school, 'both', look);
  await left.at('home, teacher', desk.phoneIn);
  await writeDownFamily(left, comes);
  await left.tap(`#place-${first.slotId}`);
  await left.at('phone-in, times', phoneIn.timesHeading);
  await left.tap('#next');
  await left.at('phone-in, read out', phoneIn.checkHeading);
  await left.tap('#confirm');
  await left.at('phone-in, booked', phoneIn.doneHeading(comes));
  await left.tap('#print');
  await seen(school, '#save:not(.button--inactive)').waitFor();
  await left.at('slip of the visit', phoneIn.slipHeading);
  await school.close();
  await ask(url, 'demo-teacher', 'booking.bookForFamily', {
    slotId: second.slotId,
    worries: [],
    who: {
      ...{ known: false, nickname: misses, birthYear: Number(today.slice(0, 4)) - 9 },
      ...{ birthMonth: 3, relation: 'father', phone: '13900000001' },
      schoolId: 'school-liuxi-primary',
    },
  });

  await preview.setClock(first.start + minuteMs);
  const phone = await newPhone(browser, { url, as: 'demo-counsellor', size: 'standard' });
  const walk = new Walk(phone, 'both', look);
  await walk.at('the day', comes);
  await walk.tap(`#entry-${first.slotId}`);
  await walk.at('a visit to come', visitWords.arrived);
  await walk.tap('#arrived');
  await walk.at('a visit under way', desk.chips.arrived);
  await walk.tap('#complete');
  await phone.page.locator('#note textarea:visible').fill('愿意画画，夜里想妈妈。');
  await walk.at('complete, a note', visitWords.noteKept);
  // Left by mistake: what was written is still there.
  await walk.tap('#back');
  await walk.tap('#complete');
  await expect(phone.page.locator('#note textarea:visible').inputValue()).resolves.toMatch(
    '愿意画画',
  );
  await walk.tap('#step-referral');
  await walk.at('complete, sent on', visitWords.servicePick);
  await walk.tap('#step-guide');
  await walk.at('complete, a guide', visitWords.guidePick);
  await walk.tap('#guide-for-parent');
  await walk.tap('.card[id^=guide-]');
  await walk.at('complete, a guide is chosen', visitWords.finish);
  await walk.tap('#step-followUp');
  await walk.tap('#weeks-1');
  await walk.at('complete, once more', visitWords.finishAndBook);
  await walk.tap('#finish');
  await walk.at('follow-up, places', nextWords.heading(comes));
  await walk.tap('.card[id^=place-]');
  await walk.tap('#repeat-weekly');
  await walk.at('follow-up, a series', nextWords.repeats.weekly);
  await walk.tap('#repeat-once');
  await walk.tap('#book-next');
  await walk.at('follow-up, booked', nextWords.done(1));
  await walk.tap('#back-home');

  await preview.setClock(second.start + minuteMs);
  await phone.open('pages/home/index');
  await walk.sees(desk.chips.done);
  await walk.tap(`#entry-${second.slotId}`);
  await walk.tap('#no-show');
  await walk.at('not there, asked', visitWords.noShowAsk(misses));
  await walk.tap('#no-show-yes');
  await walk.at('not there', visitWords.another);
  await walk.tap('#back');
  await walk.at('the day, later', desk.chips.missed);
  await walk.tap('#go-statistics');
  await walk.at('numbers', statistics.heading);
  await walk.sees(/聊了 \d+ 次/);
  expect(look.violations).toEqual([]);
  await phone.close();
}, 300_000);
