/**
 * `npm run screenshots -- --url http://127.0.0.1:8080 --out DIR [--as demo-grandma]
 * [--size standard|large|both] [--full] [route…]`: pictures of the preview's pages at 375×812.
 * Routes as in app.config.ts, with their query: `booking/times/index?service=s1`.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPhone, type TextSize } from './browser/phone';

const TABS = ['home', 'guides', 'messages', 'me'].map((name) => `pages/${name}/index`);

interface Settings {
  url: string;
  out: string;
  as: string | undefined;
  sizes: (TextSize | undefined)[];
  full: boolean;
  routes: string[];
}

function readSettings(): Settings {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      out: { type: 'string', default: 'screenshots' },
      as: { type: 'string' },
      size: { type: 'string' },
      full: { type: 'boolean', default: false },
    },
  });
  if (!values.url) throw new Error('--url is missing: the address that `npm start` prints');
  const sizes = { standard: ['standard'], large: ['large'], both: ['standard', 'large'] } as const;
  const size = values.size as keyof typeof sizes | undefined;
  if (size && !(size in sizes)) throw new Error('--size is standard, large or both');
  return {
    url: values.url,
    out: values.out,
    as: values.as,
    // Without a size the person's own setting holds.
    sizes: size ? [...sizes[size]] : [undefined],
    full: values.full,
    routes: positionals.length > 0 ? positionals : TABS,
  };
}

/** A file name that tells the page, the person and the size. */
function fileName(route: string, as: string | undefined, size: TextSize | undefined): string {
  const page = route.replace(/^\//, '').replace(/\/index(?=\?|$)/, '');
  const parts = [page, as?.replace(/^demo-/, ''), size].filter((part) => part !== undefined);
  return `${parts.join('.').replace(/[^\w.-]+/g, '-')}.png`;
}

async function take(browser: Browser, settings: Settings, size: TextSize | undefined) {
  const { url, as, routes, out, full } = settings;
  const phone = await newPhone(browser, { url, as, size, route: routes[0], sharp: true });
  for (const [index, route] of routes.entries()) {
    if (index > 0) await phone.open(route);
    await phone.page.waitForLoadState('networkidle');
    // Taro scrolls inside the page's own box: a full picture needs a window as high as that box.
    const height = full
      ? await phone.page.evaluate(() =>
          Math.max(812, ...[...document.querySelectorAll('*')].map((node) => node.scrollHeight)),
        )
      : 812;
    await phone.page.setViewportSize({ width: 375, height });
    const file = path.join(out, fileName(route, as, size));
    await phone.page.screenshot({ path: file, animations: 'disabled' });
    console.log(file);
    await phone.page.setViewportSize({ width: 375, height: 812 });
  }
  for (const error of phone.errors) console.error(`error on a page: ${error}`);
  await phone.close();
}

async function main(): Promise<void> {
  const settings = readSettings();
  await fs.mkdir(settings.out, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const size of settings.sizes) await take(browser, settings, size);
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
