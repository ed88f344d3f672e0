import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { checkNoPreview } from '../../check-weapp/contents';
import { readDist, type Dist } from '../../check-weapp/dist';
import type { Findings } from '../../check-weapp/findings';
import { checkSizes, measure } from '../../check-weapp/sizes';
import { checkPages } from '../../check-weapp/structure';
import { declared, undeclared } from '../privacy';

/** WeChat's own limits; the project's budgets are below them. */
const packageBytes = 2 * 1024 * 1024;

const ProjectSchema = v.object({
  compileType: v.literal('miniprogram'),
  miniprogramRoot: v.literal('dist/weapp/'),
  cloudfunctionRoot: v.literal('dist/cloudfunctions/'),
  appid: v.string(),
  libVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  setting: v.object({
    urlCheck: v.literal(
      true,
      'urlCheck is off: addresses that WeChat refuses would not be noticed',
    ),
    es6: v.literal(false),
  }),
});

/** Holds the built mini program and what DevTools reads of the project to what WeChat takes. */
export function checkMiniProgram(
  root: string,
  environmentId: string | undefined,
  findings: Findings,
): Dist | undefined {
  checkProject(root, findings);
  checkPrivacy(path.join(root, 'src'), findings);
  const folder = path.join(root, 'dist', 'weapp');
  if (!existsSync(path.join(folder, 'app.json'))) {
    findings.errors.push('dist/weapp is not built: npm run build:weapp');
    return undefined;
  }
  const dist = readDist(folder);
  checkSizes(dist, findings);
  checkPages(dist, findings);
  checkNoPreview(dist, findings);
  const { main, subpackages } = measure(dist);
  for (const [name, bytes] of Object.entries({ main, ...subpackages })) {
    findings.require(bytes <= packageBytes, `package ${name} is above WeChat's 2 MB`);
  }
  if (environmentId !== undefined) {
    const named = dist.withExtension('.js').some((file) => dist.text(file).includes(environmentId));
    findings.advise(
      named,
      `dist/weapp was not built for ${environmentId}; a real run builds it anew`,
    );
  }
  return dist;
}

function checkProject(root: string, findings: Findings): void {
  const text = readFileSync(path.join(root, 'project.config.json'), 'utf8');
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), ProjectSchema), text);
  for (const issue of read.issues ?? []) {
    findings.errors.push(`project.config.json, ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  findings.require(
    !/"appid":\s*"wx/.test(text),
    'project.config.json names an AppID: it comes from XINQIAO_APPID and is not committed',
  );
}

/** What is used is declared, and what is declared is used: WeChat looks at both. */
export function checkPrivacy(src: string, findings: Findings): void {
  const used = interfacesIn(src);
  for (const { item, interfaces } of undeclared) {
    const found = interfaces.filter((name) => used.has(name));
    findings.require(found.length === 0, `${found.join(', ')} needs the item ${item} declared`);
  }
  for (const { item, interfaces } of declared) {
    const found = interfaces.some((name) => used.has(name));
    findings.require(found, `the item ${item} is declared, and nothing uses it`);
  }
}

/** Every interface that the sources for WeChat call, and values of open-type. */
export function interfacesIn(src: string): Set<string> {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.h5)\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  const calls = /\b(?:Taro|wx)\.(\w+)/g;
  const types = /openType="(\w+)"/g;
  return new Set(
    files.flatMap((text) =>
      [...text.matchAll(calls), ...text.matchAll(types)].map(([, name = '']) => name),
    ),
  );
}
