import { desk } from '@/wording/desk';
import { visitWords } from '@/wording/desk-visit';
import type { Phone } from '../../../config/browser/phone';
import { seen } from './look';
import type { Walk } from './walk';

/** A counsellor's days, and the first visit that is found in them. */
export async function turnDays(walk: Walk): Promise<void> {
  await walk.at('day', desk.free);
  const visits = seen(walk.phone, '.card[id^=entry-]');
  for (let day = 1; day <= 7; day += 1) {
    await nextDay(walk.phone);
    await walk.at(`day, ${day} on`, /周/);
    if ((await visits.count()) > 0) break;
  }
  await visits.first().click();
  await walk.at('visit of the day', visitWords.why);
}

/** One day on, until that day is written on the page. */
export async function nextDay(phone: Phone): Promise<void> {
  const date = seen(phone, '.day-board__date .t-heading');
  const before = await date.innerText();
  await seen(phone, '#day-after').click();
  await date.filter({ hasNotText: before }).waitFor();
}
