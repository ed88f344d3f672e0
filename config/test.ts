/**
 * `npm test`: every check there is. What reads the sources and what builds them runs side by side,
 * then all tests. `npm test -- --from jest` starts at a step, to go on where it stopped.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

type Step = [name: string, command: string];

/** Lanes run side by side, the steps of a lane one after the other; commands are of node_modules/.bin. */
const STAGES: Step[][][] = [
  [
    [
      ['format', 'prettier --check --log-level warn .'],
      ['stylelint', 'stylelint --allow-empty-input "src/**/*.scss"'],
      ['types', 'tsc --noEmit'],
      ['check guides', 'tsx config/check-guides/index.ts'],
      ['eslint', 'eslint . --max-warnings 0'],
    ],
    [
      ['build functions', 'tsx config/build-functions.ts'],
      ['build weapp', 'taro build --type weapp'],
      ['build h5', 'tsx config/build-h5.ts'],
      ['check weapp', 'tsx config/check-weapp/index.ts'],
    ],
  ],
  [[['jest', 'jest']]],
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

/** A command's exit code. Beside another lane its output is kept and printed in one piece. */
function run([name, command]: Step, alone: boolean): Promise<number> {
  const child = spawn(command, {
    cwd: root,
    shell: true,
    env: environment(),
    stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => said.push(part));
  child.stderr?.on('data', (part: Buffer) => said.push(part));
  if (alone) console.log(`\n=== ${name}: ${command}`);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (!alone) console.log(`\n=== ${name}: ${command}\n${Buffer.concat(said).toString()}`);
      resolve(code ?? 1);
    });
  });
}

const times: string[] = [];

/** Runs a lane up to its first red step, and answers that step. */
async function runLane(lane: Step[], alone: boolean): Promise<Step | undefined> {
  for (const step of lane) {
    const started = performance.now();
    const code = await run(step, alone);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    times.push(`${step[0].padEnd(16)} ${seconds.padStart(6)} s`);
    if (code !== 0) return step;
  }
  return undefined;
}

/** The stages without what stands before the step of this name; undefined if there is none. */
function stagesFrom(name: string | undefined): Step[][][] | undefined {
  if (name === undefined) return STAGES;
  for (const [number, stage] of STAGES.entries()) {
    for (const lane of stage) {
      const at = lane.findIndex(([each]) => each === name);
      if (at >= 0) return [[lane.slice(at)], ...STAGES.slice(number + 1)];
    }
  }
  return undefined;
}

/** The environment with the project's own programs first, as npm gives it to its scripts. */
function environment(): NodeJS.ProcessEnv {
  const bin = path.join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
}

async function main(): Promise<number> {
  const at = process.argv.indexOf('--from');
  const stages = stagesFrom(at < 0 ? undefined : process.argv[at + 1]);
  if (stages === undefined) {
    const names = STAGES.flat(2).map(([name]) => name);
    console.error(`--from takes one of: ${names.join(', ')}`);
    return 1;
  }
  const empty = kindsWithoutTests();
  if (empty.length > 0) {
    console.error(`RED: no tests in ${empty.map((kind) => `tests/${kind}`).join(', ')}`);
    return 1;
  }
  for (const stage of stages) {
    const red = await Promise.all(stage.map((lane) => runLane(lane, stage.length === 1)));
    const [first] = red.filter((step) => step !== undefined);
    if (first) {
      const [name, command] = first;
      console.error(`\n${times.join('\n')}\n\nRED: ${name} failed. Alone: npx ${command}`);
      return 1;
    }
  }
  console.log(`\n${times.join('\n')}\n\nGREEN`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
