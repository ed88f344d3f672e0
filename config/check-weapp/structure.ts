import path from 'node:path';
import type { Dist } from './dist';
import type { Findings } from './findings';

const PARTS = ['.js', '.json', '.wxml', '.wxss'];
const MAX_TAB_ICON = 40 * 1024;

/** Pages, subpackages and tabs that app.json names exist, once, and where they may be. */
export function checkPages(dist: Dist, findings: Findings): void {
  const { app, files, pages, subpackages } = dist;
  findings.require(new Set(pages).size === pages.length, 'app.json names a page twice');
  for (const page of pages) {
    for (const part of ['.js', '.json', '.wxml']) {
      findings.require(files.includes(page + part), `${page + part} is missing`);
    }
  }
  for (const page of app.pages) {
    const inside = subpackages.find((root) => page.startsWith(`${root}/`));
    findings.require(!inside, `${page} is listed in the main package but lies in ${inside ?? ''}`);
  }
  for (const root of subpackages) {
    const outer = subpackages.find((other) => root.startsWith(`${other}/`));
    findings.require(!outer, `subpackage ${root} lies inside ${outer ?? ''}`);
  }
  checkTabs(dist, findings);
}

function checkTabs({ app, files, size }: Dist, findings: Findings): void {
  for (const tab of app.tabBar?.list ?? []) {
    findings.require(app.pages.includes(tab.pagePath), `tab ${tab.pagePath} is not a main page`);
    for (const icon of [tab.iconPath, tab.selectedIconPath]) {
      if (!icon) continue;
      const there = files.includes(icon);
      findings.require(there, `tab icon ${icon} is missing`);
      findings.require(!there || size(icon) <= MAX_TAB_ICON, `tab icon ${icon} is over 40 KB`);
    }
  }
  if (app.tabBar?.custom) {
    findings.require(files.includes('custom-tab-bar/index.js'), 'custom-tab-bar is missing');
  }
}

/** Every file is reached from app.json or a page; everything that is reached exists. */
export function checkOrphans(dist: Dist, findings: Findings): void {
  const { files } = dist;
  const reached = new Set(['app.json', 'project.config.json', 'sitemap.json', 'theme.json']);
  const parts = (base: string) => PARTS.map((part) => base + part);
  const queue = ['app.js', 'app.wxss', ...dist.pages.flatMap(parts)];
  if (dist.app.tabBar?.custom) queue.push(...parts('custom-tab-bar/index'));
  const seen = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !files.includes(file)) continue;
    seen.add(file);
    reached.add(file);
    const { components, others } = references(dist, file);
    queue.push(...others, ...components.flatMap(parts));
    for (const component of components) {
      findings.require(files.includes(`${component}.json`), `${file}: no component ${component}`);
    }
  }
  const code = dist.withExtension(...PARTS, '.wxs', '.png', '.jpg', '.jpeg', '.gif', '.svg');
  for (const file of code) findings.require(reached.has(file), `${file} is not used by anything`);
}

function references(dist: Dist, file: string): { components: string[]; others: string[] } {
  const text = dist.text(file);
  const resolve = (target: string) =>
    target.startsWith('/')
      ? target.slice(1)
      : path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
  const json = file.endsWith('.json') ? (dist.json(file) as PageJson) : {};
  const required = [...text.matchAll(/require\(["']([^"']+)["']\)/g)].flatMap(([, target = '']) => [
    resolve(target),
    `${resolve(target)}.js`,
  ]);
  const named = text.matchAll(/["'(]([^"'(){}\s]+\.(?:wxml|wxs|wxss|png|jpe?g|gif|svg))["')]/g);
  return {
    components: Object.values(json.usingComponents ?? {}).map(resolve),
    others: [...required, ...[...named].map(([, target = '']) => resolve(target))],
  };
}

interface PageJson {
  usingComponents?: Record<string, string>;
}
