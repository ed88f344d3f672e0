import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './find';

/** Quiet, offline but for the page itself, and able to run as root in a container. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that is there. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: FLAGS });
}

/** The size of text: standard, or WeChat's 关怀版 with large text. */
export type TextSize = 'standard' | 'large';

/** Whose phone, and what it shows. */
export interface PhoneOptions {
  /** Address of the local cloud, such as http://127.0.0.1:8080. */
  url: string;
  /** A demonstration person; without one, somebody who has not signed in. */
  as?: string;
  /** If given, set for this phone; else the person's own setting holds. */
  size?: TextSize;
  /** The page to open; the home tab if not given. */
  route?: string;
  /** For pictures: two points of the screen for each pixel, as phones have. It takes four times the work. */
  sharp?: boolean;
}

/** A phone on the table: a page of 375×812, and what went wrong in it. */
export interface Phone {
  page: Page;
  /** Errors of the page: uncaught ones and those on the console. A test expects none. */
  errors: string[];
  /** Opens another page of the mini program from scratch. */
  open(route: string): Promise<void>;
  close(): Promise<void>;
}

/** The preview's address of a page, for a person and a size. */
export function previewAddress({ url, as, size, route = '' }: PhoneOptions): string {
  const address = new URL('/h5/', url);
  if (as) address.searchParams.set('as', as);
  if (size) address.searchParams.set('size', size);
  address.hash = `/${(route || 'pages/home/index').replace(/^\//, '')}`;
  return address.href;
}

/** Changes the letters of the page that is open. */
export async function changeSize({ page }: Phone, size: TextSize): Promise<void> {
  await page.evaluate((next) => window.postMessage({ size: next }, location.origin), size);
  await page.waitForFunction(
    (next) => document.querySelectorAll(`.theme:not(.theme--${next})`).length === 0,
    size,
  );
}

/** Opens a phone in a browser context of its own, so that two phones share nothing. */
export async function newPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: options.sharp ? 2 : 1,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  // A machine under load takes many times what a quiet one does, and that is no fault of a page.
  page.setDefaultTimeout(120_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const open = async (route: string) => {
    // Only the hash may differ, which alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(previewAddress({ ...options, route }));
    const drawn = page.locator('.taro_page').first();
    await drawn.waitFor({ timeout: 60_000 }).catch(() => {
      const known = errors.length > 0 ? `: ${errors.join('; ')}` : '; is it in app.config.ts?';
      throw new Error(`${route || 'the home page'} drew nothing${known}`);
    });
  };
  await open(options.route ?? '');
  return { page, errors, open, close: () => context.close() };
}
