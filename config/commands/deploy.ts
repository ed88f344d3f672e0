/**
 * `npm run deploy -- --env test|production [--dry-run] [--only part,part]`: brings WeChat Cloud and
 * the mini program to what this folder says. Doing it twice does no harm. A dry run needs no account:
 * it builds the functions, checks everything that can be checked here, and prints every step.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { Findings } from '../check-weapp/findings';
import { environmentNames, environments, readVariables } from '../deploy/environments';
import { checkEverything, prepare } from '../deploy/prepare';
import { parts, planOf, type Part, type Step, type Wanted } from '../deploy/steps';
import type { Target } from '../deploy/target';
import { typed, declared } from '../deploy/privacy';
import { unverified } from '../deploy/unverified';
import { variables } from '../deploy/variables';
import { sentenceOf } from './options';
import { root } from './root';

const usage = `npm run deploy -- --env ${environmentNames.join('|')} [--dry-run] [--only ${parts.join(',')}] [--version 1.2.3]`;

const OptionsSchema = v.object({
  env: v.picklist(environmentNames, `--env takes ${environmentNames.join(' or ')}. ${usage}`),
  only: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
      v.array(v.picklist(parts, `--only takes ${parts.join(', ')}. ${usage}`)),
    ),
  ),
  version: v.optional(
    v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, `--version takes 1.2.3. ${usage}`)),
  ),
  'dry-run': v.optional(v.boolean(), false),
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      env: { type: 'string' },
      only: { type: 'string' },
      version: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
  });
  const options = v.parse(OptionsSchema, values);
  const environment = environments[options.env];
  const found = readVariables(options.env, process.env, root);
  const dryRun = options['dry-run'];
  const envId = found.TARO_APP_CLOUD_ENV;
  if (!dryRun && envId !== undefined) buildMiniProgram(found);
  const commit = git('rev-parse', '--short', 'HEAD');
  const prepared = await prepare(environment, found, {
    version: options.version ?? versionOf(),
    description: `${environment.label} ${commit}`,
  });
  const findings = new Findings();
  const missing = checkEverything(root, prepared, found, findings);
  if (environment.committedOnly && git('status', '--porcelain') !== '') {
    findings.errors.push('there are changes that are not committed: commit them first');
  }
  const steps = planOf(prepared.wanted).filter(
    ({ part }) => options.only === undefined || options.only.includes(part),
  );
  if (dryRun) {
    printDryRun(steps, prepared.wanted, found, findings);
    return findings.errors.length > 0 ? 1 : 0;
  }
  if (missing.length > 0) findings.errors.push(`not set: ${missing.join(', ')}`);
  printFindings(findings);
  if (findings.errors.length > 0) return 1;
  const { openWeChatCloud } = await import('../deploy/we-chat-cloud');
  const value = (name: string) => found[name] ?? '';
  await carryOut(
    steps,
    await openWeChatCloud({
      environment,
      envId: value('TARO_APP_CLOUD_ENV'),
      appId: value('XINQIAO_APPID'),
      uploadKey: path.resolve(value('XINQIAO_UPLOAD_KEY')),
      secretId: value('TENCENTCLOUD_SECRETID'),
      secretKey: value('TENCENTCLOUD_SECRETKEY'),
      root,
    }),
  );
  return 0;
}

/** One after the other; stops at the first that fails. Begun anew, it passes over what is done. */
async function carryOut(steps: Step[], target: Target): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const place = `${String(at + 1).padStart(3)}/${steps.length}`;
    console.log(`${place} ${step.title}: ${await step.run(target)}`);
  }
}

function printDryRun(
  steps: Step[],
  wanted: Wanted,
  found: Record<string, string>,
  findings: Findings,
): void {
  console.log('Variables');
  for (const { name, required, secret, meaning } of variables) {
    const value = found[name];
    const shown = value === undefined ? (required ? 'NOT SET' : 'not set') : secret ? 'set' : value;
    console.log(`  ${name.padEnd(24)} ${shown.padEnd(10)} ${meaning}`);
  }
  console.log('\nPrivacy declaration (用户隐私保护指引)');
  for (const { item, purpose } of declared) console.log(`  ${item}：用于${purpose}`);
  for (const item of typed) console.log(`  ${item}`);
  console.log(`\nSteps (${steps.length})`);
  for (const part of parts) {
    const own = steps.filter((step) => step.part === part);
    if (own.length === 0) continue;
    console.log(`  ${part} (${own.length})`);
    for (const [by, list] of groupBy(own)) {
      console.log(`    by ${by}`);
      for (const { title } of list) console.log(`      ${title}`);
    }
  }
  console.log('\nTo be set by hand: see docs/runbook.md. Open interfaces by function:');
  for (const { name, openapi } of wanted.functions) {
    console.log(`  ${name.padEnd(10)} ${openapi.length === 0 ? 'none' : openapi.join(', ')}`);
  }
  console.log('\nNot verified without an account, and the check to make');
  for (const [assumed, check] of unverified) console.log(`  - ${assumed}\n      ${check}`);
  console.log('');
  printFindings(findings);
  console.log(
    `dry run: ${steps.length} steps, ${findings.errors.length} errors, ${findings.warnings.length} warnings; nothing was changed`,
  );
}

function groupBy(steps: Step[]): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) groups.set(step.by, [...(groups.get(step.by) ?? []), step]);
  return groups;
}

function printFindings(findings: Findings): void {
  for (const warning of findings.warnings) console.log(`warning: ${warning}`);
  for (const error of findings.errors) console.error(`error: ${error}`);
}

/** The environment's id is part of the code, so every environment has its own build. */
function buildMiniProgram(found: Record<string, string>): void {
  const forBuild = new Set(
    variables.filter((each) => each.for === 'build').map(({ name }) => name),
  );
  const named = Object.entries(found).filter(([name]) => forBuild.has(name));
  const { status } = spawnSync('npm', ['run', '--silent', 'build:weapp'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...Object.fromEntries(named) },
  });
  if (status !== 0) throw new Error('The mini program could not be built (see above).');
}

function git(...args: string[]): string {
  const { stdout, status } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'unknown';
}

const PackageSchema = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }));
const versionOf = () =>
  v.parse(PackageSchema, readFileSync(path.join(root, 'package.json'), 'utf8')).version;

export type { Part };

main().then(
  // The SDKs leave things open that would keep the process alive.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exit(1);
  },
);
