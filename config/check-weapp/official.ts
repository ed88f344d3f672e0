import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as ci from 'miniprogram-ci';
import type { Dist } from './dist';
import type { Findings } from './findings';

const MAX_OUTPUT = 1 << 28;

/** WeChat's own compilers accept the templates and the styles. */
export function checkCompilers(dist: Dist, findings: Findings): void {
  const templates = [...dist.withExtension('.wxml'), ...dist.withExtension('.wxs')];
  run('wcc', ['-d', '-cc', '0', ...templates, '-gn', '$gwx'], dist, findings);
  run('wcsc', ['-db', '-pc', '0', ...dist.withExtension('.wxss')], dist, findings);
}

function run(name: string, args: string[], dist: Dist, findings: Findings): void {
  const system = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform as string];
  const suffix = system === 'windows' ? '.exe' : '';
  const home = path.dirname(require.resolve('miniprogram-compiler/package.json'));
  const binary = path.join(home, 'bin', system ?? 'linux', name + suffix);
  // The package carries the programs without their executable bit.
  fs.chmodSync(binary, 0o755);
  const { status, stderr, error } = spawnSync(binary, args, {
    cwd: dist.dir,
    maxBuffer: MAX_OUTPUT,
    encoding: 'utf8',
  });
  findings.require(status === 0, `${name}: ${error?.message ?? stderr}`.trim());
}

interface SchemaResult {
  error: { errorType: string; errorProperty: string }[];
  warning?: string;
}
type Validate = (kind: 'app' | 'page', json: unknown) => SchemaResult;

/** app.json and every page's json follow WeChat's published schema. */
export function checkSchema(dist: Dist, findings: Findings): void {
  const file = 'miniprogram-ci/dist/modules/corecompiler/original/validate/schemaValidate.js';
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- not part of the typed surface
  const { schemaValidate } = require(file) as { schemaValidate: Validate };
  const pages = dist.pages
    .map((page) => `${page}.json`)
    .filter((name) => dist.files.includes(name));
  for (const name of ['app.json', ...pages]) {
    const result = schemaValidate(name === 'app.json' ? 'app' : 'page', dist.json(name));
    for (const { errorType, errorProperty } of result.error) {
      findings.errors.push(`${name}: ${errorType} ${errorProperty}`);
    }
    findings.advise(!result.warning, `${name}: unknown field ${result.warning ?? ''}`);
  }
}

/** The code quality page of the developer tools, which also runs without a network. */
export async function checkQuality(dist: Dist, findings: Findings): Promise<void> {
  // The project object insists on a key; nothing is uploaded, so an empty one does.
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'xinqiao-check-'));
  const key = path.join(dir, 'unused.key');
  fs.writeFileSync(key, '-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----');
  try {
    const project = new ci.Project({
      appid: 'wx0000000000000000',
      type: 'miniProgram',
      projectPath: dist.dir,
      privateKeyPath: key,
      ignores: [],
    });
    for (const { name, success, text } of await ci.checkCodeQuality(project)) {
      findings.require(success !== false, `${name}: ${text}`);
    }
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
