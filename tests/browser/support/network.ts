import type { Browser } from 'playwright-core';
import { newPhone, previewAddress, type Phone, type TextSize } from '../../../config/browser/phone';

/** How the preview's network behaves: `transport.h5.ts`. */
export type Net = '' | 'offline' | 'fail' | 'slow';

export interface Opening {
  url: string;
  as: string;
  size: TextSize;
  route: string;
}

/** Something of the same origin that runs no script: nothing is under way and stored later. */
export async function standStill(phone: Phone, url: string): Promise<void> {
  await phone.page.goto(new URL('/preview.css', url).href);
}

/** Empties what the phone has stored, but for a booking that was begun. */
export async function startAfresh(phone: Phone, opening: Opening): Promise<void> {
  await standStill(phone, opening.url);
  await phone.page.evaluate((as) => {
    const draft = {
      requestId: 'a-booking-that-was-begun',
      childId: 'demo-child-xiaoshu',
      worries: ['unhappy'],
      kind: 'school',
      changedAt: Date.now(),
    };
    localStorage.clear();
    localStorage.setItem(`${as}:booking-draft`, JSON.stringify({ data: draft }));
  }, opening.as);
}

/** Opens a page from scratch on such a network; what the phone has stored stays. */
export async function openOn(phone: Phone, net: Net, opening: Opening): Promise<void> {
  const address = new URL(previewAddress(opening));
  if (net) address.searchParams.set('net', net);
  await phone.page.goto('about:blank');
  await phone.page.goto(address.href);
}

/** The network changes under the open page. */
export function changeNet(phone: Phone, net: Net): Promise<void> {
  return phone.page.evaluate((next) => window.postMessage({ net: next }, location.origin), net);
}

/** Does something for all of them, each on one of so many phones. */
export async function onPhones<T>(
  browser: Browser,
  options: { url: string; count: number; items: T[] },
  act: (phone: Phone, item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...options.items];
  await Promise.all(
    Array.from({ length: options.count }, async () => {
      const phone = await newPhone(browser, { url: options.url });
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await act(phone, next);
      }
      await phone.close();
    }),
  );
}
