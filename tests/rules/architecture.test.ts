/**
 * The architecture's arrows hold: each forbidden import is an error, each allowed one is not.
 * ESLint runs on a small project of empty files in a temporary folder, so that the test neither
 * depends on what exists today nor waits for type information.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { architecture } from '../../config/eslint/architecture.js';

const FILES = [
  'src/app.tsx',
  'src/pages/home/index.tsx',
  'src/pages/home/cards.tsx',
  'src/booking/confirm/index.tsx',
  'src/booking/plan.ts',
  'src/help/lines/index.tsx',
  'src/components/button/index.tsx',
  'src/components/icon/index.tsx',
  'src/session/index.ts',
  'src/cloud/index.ts',
  'src/wording/booking.ts',
  'src/theme/size.ts',
  'cloudfunctions/contract/index.ts',
  'cloudfunctions/contract/booking.ts',
  'cloudfunctions/rules/slots.ts',
  'cloudfunctions/rules/triage/index.ts',
  'cloudfunctions/rules/triage/cloud/index.ts',
  'cloudfunctions/platform/index.ts',
  'cloudfunctions/areas/index.ts',
  'cloudfunctions/areas/booking/book.ts',
  'cloudfunctions/areas/booking/slot.ts',
  'cloudfunctions/areas/account/home.ts',
  'cloudfunctions/areas/family/addChild.ts',
  'cloudfunctions/app/index.ts',
  'local-cloud/index.ts',
  'demo/county.ts',
  'config/start.ts',
  'tests/functions/book.test.ts',
  'node_modules/wx-server-sdk/index.js',
  'node_modules/valibot/index.js',
  'node_modules/lodash/index.js',
];

let root = '';
let eslint: ESLint;

beforeAll(() => {
  root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'xinqiao-arrows-'));
  for (const file of FILES) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), '');
  }
  fs.copyFileSync(path.resolve('tsconfig.json'), path.join(root, 'tsconfig.json'));
  const parser = { languageOptions: { parser: tseslint.parser } } as Linter.Config;
  eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ ...parser, files: ['**/*.{ts,tsx}'] }, ...architecture(root)],
  });
});

afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

async function errors(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`);
}

const PAGE = 'src/pages/home/index.tsx';
const COMPONENT = 'src/components/button/index.tsx';
const AREA = 'cloudfunctions/areas/booking/book.ts';

describe('forbidden imports', () => {
  test.each([
    ['a page takes nothing of another subpackage', PAGE, '@/booking/plan'],
    ['a subpackage takes nothing of another', 'src/help/lines/index.tsx', '@/booking/plan'],
    ['a page takes nothing of the platform', PAGE, '../../../cloudfunctions/platform/index'],
    ['a page takes nothing of the areas', PAGE, '../../../cloudfunctions/areas/index'],
    ['a page takes nothing of the demonstration', PAGE, '../../../demo/county'],
    ['a page takes nothing of the local cloud', PAGE, '../../../local-cloud/index'],
    ['a page takes nothing of Node', PAGE, 'node:fs'],
    ['a component knows no page', COMPONENT, '@/pages/home/cards'],
    ['the session knows no component', 'src/session/index.ts', '@/components/icon/index'],
    ['the session knows no page', 'src/session/index.ts', '@/pages/home/cards'],
    ['the cloud client knows no session', 'src/cloud/index.ts', '@/session/index'],
    ['the cloud client knows no wording', 'src/cloud/index.ts', '@/wording/booking'],
    ['wording knows no session', 'src/wording/booking.ts', '@/session/index'],
    ['the theme imports nothing', 'src/theme/size.ts', '@/components/icon/index'],
    ['the contract knows no rules', 'cloudfunctions/contract/index.ts', '@rules/slots'],
    ['the contract uses one library', 'cloudfunctions/contract/index.ts', 'lodash'],
    ['the contract uses no Node', 'cloudfunctions/contract/index.ts', 'node:crypto'],
    ['a page carries no table of the cloud', PAGE, '@rules/triage/cloud/index'],
    ['a component carries none', COMPONENT, '@rules/triage/cloud/index'],
    ['the cloud client carries none', 'src/cloud/index.ts', '@rules/triage/cloud/index'],
    ['nor does what the phone reads words with', 'cloudfunctions/rules/triage/index.ts', './cloud'],
    ['rules know no platform', 'cloudfunctions/rules/slots.ts', '../platform/index'],
    ['rules use no other library', 'cloudfunctions/rules/slots.ts', 'lodash'],
    ['rules use no Node', 'cloudfunctions/rules/slots.ts', 'node:crypto'],
    ['the platform knows no area', 'cloudfunctions/platform/index.ts', '../areas/index'],
    [
      'the family area knows no booking',
      'cloudfunctions/areas/family/addChild.ts',
      '../booking/slot',
    ],
    ['booking knows no account', AREA, '../account/home'],
    ['wording runs no query', 'src/wording/booking.ts', '@/cloud/index'],
    ['an area does not reach back to the list', AREA, '../index'],
    ['an area does not know the SDK', AREA, 'wx-server-sdk'],
    ['a function does not know the SDK', 'cloudfunctions/app/index.ts', 'wx-server-sdk'],
    ['an area knows no page', AREA, '@/pages/home/cards'],
    ['a function does not know the app', 'cloudfunctions/app/index.ts', '@/session/index'],
    ['the local cloud knows no contract', 'local-cloud/index.ts', '@contract'],
    ['the local cloud knows no area', 'local-cloud/index.ts', '../cloudfunctions/areas/index'],
    ['the demonstration knows no page', 'demo/county.ts', '@/pages/home/cards'],
    ['the configuration knows no page', 'config/start.ts', '@/pages/home/cards'],
  ])('%s', async (_name, file, target) => {
    expect(await errors(file, `import { x } from '${target}';`)).toEqual([
      expect.stringMatching(/^boundaries\/dependencies/),
    ]);
  });

  test('also when re-exported or loaded later', async () => {
    expect(await errors(COMPONENT, `export * from '@/pages/home/cards';`)).toHaveLength(1);
    expect(await errors(COMPONENT, `void import('@/pages/home/cards');`)).toHaveLength(1);
  });
});

describe('allowed imports', () => {
  test.each([
    [PAGE, ['@/components/icon/index', '@/session/index', '@/wording/booking', '@/cloud/index']],
    [PAGE, ['./cards', '@contract', '@rules/slots', '@/theme/size', 'react']],
    ['src/booking/confirm/index.tsx', ['../plan']],
    ['src/app.tsx', ['@/session/index', '@/cloud/index']],
    [
      COMPONENT,
      ['@/components/icon/index', '@/session/index', '@/wording/booking', '@/theme/size'],
    ],
    ['src/session/index.ts', ['@/cloud/index', '@contract', '@rules/slots', 'zustand']],
    ['src/cloud/index.ts', ['@contract', '@rules/slots']],
    ['cloudfunctions/contract/index.ts', ['./booking', 'valibot']],
    ['cloudfunctions/rules/slots.ts', ['@contract']],
    ['cloudfunctions/platform/index.ts', ['wx-server-sdk', '@contract', 'node:crypto']],
    [AREA, ['./slot', '../../platform/index', '@contract', '@rules/slots']],
    [AREA, ['@rules/triage/cloud/index']],
    ['cloudfunctions/rules/triage/cloud/index.ts', ['../index']],
    ['cloudfunctions/areas/index.ts', ['./booking/book', './family/addChild']],
    ['cloudfunctions/app/index.ts', ['../areas/index', '../platform/index', '@contract']],
    ['demo/county.ts', ['@contract', '@rules/slots', '../cloudfunctions/platform/index']],
    ['config/start.ts', ['../local-cloud/index', '../demo/county']],
    ['tests/functions/book.test.ts', ['../../cloudfunctions/areas/index', 'wx-server-sdk']],
  ])('%s', async (file, targets) => {
    const code = targets
      .map((target, index) => `import { x${index} } from '${target}';`)
      .join('\n');
    expect(await errors(file, code)).toEqual([]);
  });

  test('wording computes with the calendar', async () => {
    expect(await errors('src/wording/booking.ts', `import { x } from '@rules/slots';`)).toEqual([]);
  });

  test.each(['src/wording/booking.ts', COMPONENT])(
    '%s names types of the contract',
    async (file) => {
      expect(await errors(file, `import type { X } from '@contract';`)).toEqual([]);
    },
  );
});

describe('forbidden calls', () => {
  test('only src/cloud calls functions', async () => {
    for (const code of [
      `Taro.cloud.callFunction({ name: 'app' });`,
      `const { cloud } = wx; wx.cloud;`,
    ]) {
      expect(await errors(PAGE, code)).toEqual([expect.stringContaining('Only src/cloud')]);
      expect(await errors('src/cloud/index.ts', code)).toEqual([]);
    }
  });

  test.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'dayjs()'])(
    'areas and rules do not use %s',
    async (call) => {
      for (const file of [AREA, 'cloudfunctions/rules/slots.ts']) {
        expect(await errors(file, `export const x = ${call};`)).toHaveLength(1);
      }
      expect(await errors('cloudfunctions/platform/index.ts', `export const x = ${call};`)).toEqual(
        [],
      );
    },
  );

  test('the cloud reads words with its own table, and names levels as it likes', async () => {
    for (const file of [AREA, 'cloudfunctions/platform/index.ts']) {
      const asked = await errors(file, `import { triage } from '@rules/triage';`);
      expect(asked).toEqual([expect.stringContaining("'@rules/triage/cloud'")]);
      expect(await errors(file, `import type { Level } from '@rules/triage';`)).toEqual([]);
    }
  });

  test('areas and rules may read a given time', async () => {
    expect(await errors(AREA, 'export const f = (now: number) => new Date(now);')).toEqual([]);
  });
});
