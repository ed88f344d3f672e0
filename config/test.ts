/**
 * `npm test`: every check there is, cheapest first, stopping at the first that is red.
 * `npm test -- --from jest` starts at a step, to go on where it stopped.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

/** Name and command of each step; the commands are those of node_modules/.bin. */
const STEPS: [name: string, command: string][] = [
  ['format', 'prettier --check --log-level warn .'],
  ['eslint', 'eslint . --max-warnings 0'],
  ['stylelint', 'stylelint --allow-empty-input "src/**/*.scss"'],
  ['types', 'tsc --noEmit'],
  ['check guides', 'tsx config/check-guides/index.ts'],
  ['build functions', 'tsx config/build-functions.ts'],
  ['build weapp', 'taro build --type weapp'],
  ['build h5', 'tsx config/build-h5.ts'],
  ['check weapp', 'tsx config/check-weapp/index.ts'],
  ['jest', 'jest'],
];

/** Kinds of tests: folders of tests/ and projects of jest.config.js. */
const KINDS = ['rules', 'local-cloud', 'functions', 'mini-program', 'browser'];

/** Jest passes over a project without tests in silence; here that is red. */
function kindsWithoutTests(): string[] {
  return KINDS.filter((kind) => {
    const folder = path.join(root, 'tests', kind);
    const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [];
    return !files.some((file) => /\.test\.tsx?$/.test(String(file)));
  });
}

function main(): number {
  const at = process.argv.indexOf('--from');
  const from = at < 0 ? 0 : STEPS.findIndex(([name]) => name === process.argv[at + 1]);
  if (from < 0) {
    console.error(`--from takes one of: ${STEPS.map(([name]) => name).join(', ')}`);
    return 1;
  }
  const empty = kindsWithoutTests();
  if (empty.length > 0) {
    console.error(`RED: no tests in ${empty.map((kind) => `tests/${kind}`).join(', ')}`);
    return 1;
  }
  const times: string[] = [];
  for (const [name, command] of STEPS.slice(from)) {
    console.log(`\n=== ${name}: ${command}`);
    const started = performance.now();
    const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true, env: env() });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    times.push(`${name.padEnd(16)} ${seconds.padStart(6)} s`);
    if (status !== 0) {
      console.error(`\n${times.join('\n')}\n\nRED: ${name} failed. Alone: npx ${command}`);
      return 1;
    }
  }
  console.log(`\n${times.join('\n')}\n\nGREEN`);
  return 0;
}

/** The environment with the project's own programs first, as npm gives it to its scripts. */
function env(): NodeJS.ProcessEnv {
  const bin = path.join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
}

process.exitCode = main();
