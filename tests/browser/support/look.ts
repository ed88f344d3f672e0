import path from 'node:path';
import type { Locator } from 'playwright-core';
import { changeSize, type Phone, type TextSize } from '../../../config/browser/phone';
import { findViolations } from './page-rules';

/** `both`: the screen is looked at in one size after the other, and left in the standard one. */
export type Sizes = TextSize | 'both';

/** Where a picture of every screen goes that a journey comes by; nowhere if it is not set. */
const pictures = process.env.XINQIAO_PICTURES;

/** Looks at screens one after another and keeps what it does not like, by screen. */
export class Look {
  /** Names of the screens that were seen. */
  readonly seen = new Set<string>();
  readonly violations: string[] = [];

  /** Waits until the page says its sign and nothing is loading any more, and looks at it. */
  async at(phone: Phone, sizes: Sizes, screen: string, sign: string | RegExp): Promise<void> {
    if (sizes !== 'both') return this.inSize(phone, sizes, screen, sign);
    await this.inSize(phone, 'standard', screen, sign);
    await changeSize(phone, 'large');
    await this.inSize(phone, 'large', screen, sign);
    await changeSize(phone, 'standard');
  }

  private async inSize(phone: Phone, size: TextSize, screen: string, sign: string | RegExp) {
    await settled(phone, sign);
    let found = await phone.page.evaluate(findViolations, size);
    if (found.length > 0) {
      // The page before may have said the sign too, and have begun to slide away while it was looked at.
      await phone.page.waitForTimeout(slideMs);
      await settled(phone, sign);
      found = await phone.page.evaluate(findViolations, size);
    }
    const name = `${screen}, ${size}`;
    if (pictures) {
      const file = path.join(pictures, `${name.replace(/[^\w,.=-]+/g, '-')}.png`);
      await phone.page.screenshot({ path: file, animations: 'disabled' });
    }
    this.seen.add(name);
    this.violations.push(...found.map((violation) => `${name}: ${violation}`));
    this.violations.push(...phone.errors.splice(0).map((error) => `${name}: error: ${error}`));
  }
}

/** Longer than one page takes to slide over another. */
const slideMs = 600;

async function settled(phone: Phone, sign: string | RegExp): Promise<void> {
  await says(phone, sign).waitFor();
  await still(phone);
  await says(phone, sign).waitFor();
  await seen(phone, '.skeleton').first().waitFor({ state: 'hidden' });
}

/** Waits until one page has slid over the other. */
async function still(phone: Phone): Promise<void> {
  await phone.page.waitForFunction(() => {
    const drawn = [...document.querySelectorAll('.screen')]
      .map((screen) => screen.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    return drawn.length === 1 && drawn[0]?.left === 0;
  });
}

/** What matches on the page that is in front; the pages below it are still in the document. */
export function seen(phone: Phone, selector: string): Locator {
  return phone.page.locator(`${selector}:visible`);
}

/** The first thing on the page that says this. */
export function says(phone: Phone, text: string | RegExp): Locator {
  return seen(phone, '.screen').getByText(text).first();
}
