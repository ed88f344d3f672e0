/**
 * An administrator keeps the directory right: finds a place, changes it, sees it as a family does, is
 * shown what a colleague wrote meanwhile, calls a line, and what was typed without network is there.
 */
import type { Browser } from 'playwright-core';
import { home } from '@/wording/home';
import { holds, manage, traces } from '@/wording/manage';
import { launchBrowser, newPhone, startPreview, type Phone, type Preview } from './support';
import { ask } from './support/ask';
import { Look, says, seen } from './support/look';
import { changeNet } from './support/network';
import { Walk } from './support/walk';

const id = 'service-05-liuxi-clinic';
const name = '柳溪镇卫生院谈心门诊';

let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview();
  browser = await launchBrowser();
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

const type = ({ page }: Phone, field: string, text: string) =>
  page.locator(`#${field} input:visible, #${field} textarea:visible`).fill(text);

test('finds, edits, previews, checks, and reads who changed what', async () => {
  const look = new Look();
  const { url } = preview;
  const phone = await newPhone(browser, { url, as: 'demo-admin', size: 'standard' });
  const walk = new Walk(phone, 'both', look);
  await walk.tap('#go-records');
  await walk.at('directory', manage.isOverdue);
  await type(phone, 'search', '柳溪 谈心门诊');
  await walk.sees(name);
  await walk.at('directory, found', name);
  await walk.tap(`#service-${id}`);
  await walk.at('a place', manage.historyNone);
  await walk.tap('#edit');
  await walk.sees(manage.keptHere);
  await type(phone, 'cost', '挂号费 1 元');
  await walk.at('a place, edited', manage.save);

  // A colleague is faster; what was typed here is set beside it.
  const record = await ask(url, 'demo-admin', 'directory.showRecord', { kind: 'service', id });
  if (!record.service) throw new Error('there is no such service');
  await ask(url, 'demo-admin', 'directory.saveService', {
    base: { id, rev: record.rev },
    fields: { ...record.service, bring: '带上医保卡' },
  });
  await walk.tap('#preview');
  await walk.at('as a family sees it', manage.previewHint);
  await walk.sees('挂号费 1 元');
  await walk.tap('#end-preview');
  await walk.tap('#save');
  await walk.at('somebody was faster', manage.changedTitle);
  await walk.tap('#take-bring-theirs');
  await walk.tap('#merge');
  await walk.at('who changed what', manage.steps.changed);
  await walk.sees('带上医保卡');

  await walk.tap('#verify');
  await walk.sees(manage.steps.checked);
  await walk.at('checked today', manage.verified);

  // Nothing that was typed is lost where there is no network.
  await walk.tap('#edit');
  await walk.sees(manage.keptHere);
  await type(phone, 'hours', '每天 8:00–17:00');
  await changeNet(phone, 'offline');
  await walk.tap('#save');
  await walk.sees('现在没有网');
  await walk.tap('#back');
  await changeNet(phone, '');
  await walk.tap('#edit');
  await walk.sees(manage.keptFrom);
  await walk.tap('#save');
  await walk.sees('每天 8:00–17:00');

  await walk.tap('#close');
  await walk.at('closing', /那天以后/);
  await walk.tap('#close-service');
  await walk.at('closing announced', /起不办了/);

  const stored = await ask(url, 'demo-stranger', 'directory.getService', { id });
  expect(stored).toMatchObject({ cost: '挂号费 1 元', bring: '带上医保卡' });
  expect(stored.closedOn).toBeDefined();
  await phone.close();
  expect(look.violations).toEqual([]);
});

test('a line is written down, called and closed; records of a year, and of whom a court wants them', async () => {
  const look = new Look();
  const phone = await newPhone(browser, {
    ...{ url: preview.url, as: 'demo-admin', size: 'standard', route: 'manage/list/index' },
  });
  const walk = new Walk(phone, 'both', look);
  await walk.tap('#which-lines');
  await walk.at('lines', '12356');
  await walk.tap('#add-line');
  await walk.at('a new line, empty', manage.missing(''.concat(manage.fields.name)));
  await type(phone, 'name', '云岭县儿童热线');
  await type(phone, 'number', '0739-1234567');
  await type(phone, 'purpose', '孩子的事都能问');
  await type(phone, 'hours', '周一到周五 8:00–17:00');
  await seen(phone, '#save:not(.button--inactive)').click();
  await walk.tap('#which-lines');
  await seen(phone, '[id^=line-line]').filter({ hasText: '云岭县儿童热线' }).click();
  await walk.tap('#verify');
  await walk.at('a line, checked', manage.steps.checked);
  await phone.close();

  const records = await newPhone(browser, {
    ...{ url: preview.url, as: 'demo-admin' },
    size: 'standard',
  });
  const year = new Walk(records, 'both', look);
  await year.sees(home.traces);
  await year.tap('#go-traces');
  await year.at('records of a year', traces.hint);
  await year.tap('#go-holds');
  await year.at('no holds', holds.noneHint);
  await year.tap('#add-hold');
  await type(records, 'hold-phone', '13900000000');
  await type(records, 'hold-reference', '（2026）县法 12 号');
  await type(records, 'hold-reason', '法院要保留证据');
  await year.at('a hold, written', holds.addHint);
  await seen(records, '#hold:not(.button--inactive)').click();
  // Nobody has this number: said in a sentence, and what was typed is still there.
  await says(records, '没有找到').waitFor();
  await records.close();
  expect(look.violations).toEqual([]);
});
