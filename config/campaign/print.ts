import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/phone';
import type { Paper } from './papers';

export interface Printer {
  /** Answers the file. @throws when something does not fit on the paper. */
  print(folder: string, paper: Paper): Promise<string>;
  close(): Promise<void>;
}

/** Chrome lays out and prints, as in the browser tests. @throws when this machine has no Chinese letters. */
export async function startPrinter(): Promise<Printer> {
  const browser: Browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<meta charset="utf-8"><canvas width="40" height="40"></canvas>');
    if (!(await page.evaluate(drawsChinese))) {
      throw new Error('This machine has no Chinese font: apt-get install fonts-wqy-microhei');
    }
    return {
      print: (folder, paper) => printOne(page, folder, paper),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function printOne(page: Page, folder: string, { file, html, size }: Paper): Promise<string> {
  const place = path.join(folder, file);
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize(size ?? { width: 794, height: 1123 });
  await page.setContent(html, { waitUntil: 'load' });
  const tooMuch = await page.evaluate(fit);
  if (tooMuch.length > 0) throw new Error(`${place}: does not fit: ${tooMuch.join(', ')}`);
  if (size) await page.screenshot({ path: place, animations: 'disabled' });
  else await page.pdf({ path: place, preferCSSPageSize: true, printBackground: true });
  return place;
}

/*
 * What follows runs in the browser. No function in it has a name: tsx would wrap it in a helper that
 * the browser does not have.
 */

/** Where a font lacks them, all characters are the same empty box. */
function drawsChinese(): boolean {
  const canvas = document.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return false;
  const drawn = ['心', '桥', '孩'].map((character) => {
    context.clearRect(0, 0, 40, 40);
    context.font = '32px sans-serif';
    context.fillText(character, 2, 34);
    return canvas.toDataURL();
  });
  return new Set(drawn).size === 3;
}

/**
 * Where names are long, the code gives way, down to six centimetres. Of a list that may be cut (`data-fit`), the last ones go until the rest fits, and the paper says
 * how many are missing. Answers what is cut off all the same.
 */
function fit(): string[] {
  for (const box of document.querySelectorAll('.inside')) {
    const code = box.querySelector<HTMLElement>('.code');
    const least = 227;
    while (code && code.offsetWidth > least && box.scrollHeight > box.clientHeight + 1) {
      code.style.width = code.style.height = `${code.offsetWidth - 8}px`;
    }
  }
  for (const box of document.querySelectorAll('[data-fit]')) {
    const more = box.querySelector<HTMLElement>('[data-more]');
    for (let gone = 1; box.scrollHeight > box.clientHeight + 1; gone += 1) {
      const last = [...box.querySelectorAll(`.${box.getAttribute('data-fit') ?? ''}`)].at(-1);
      if (!last) break;
      last.remove();
      if (more) more.textContent = (more.dataset.more ?? '').replace('0', String(gone));
    }
  }
  return [...document.querySelectorAll('.sheet, .inside, h1, h2, p, .line')]
    .filter(
      (node) =>
        node.scrollWidth > node.clientWidth + 1 ||
        (node.matches('.sheet, .inside') && node.scrollHeight > node.clientHeight + 1),
    )
    .map((node) => `${node.className || node.tagName} ${(node.textContent ?? '').slice(0, 20)}`);
}
