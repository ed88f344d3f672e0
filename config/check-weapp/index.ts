/**
 * `npm run check:weapp`: the gate on the built mini program. Builds it first if need be, prints
 * the sizes, and ends red on any error. `--measure-empty` measures an empty Taro app instead.
 */
import path from 'node:path';
import {
  checkAccessibility,
  checkNoCloudTable,
  checkNoPreview,
  checkScripts,
  checkStylesAndImages,
} from './contents';
import { readDist, type Dist } from './dist';
import { EMPTY_APP_BYTES, measureEmptyApp } from './empty-app';
import { Findings } from './findings';
import { ensureBuilt } from './fresh';
import { checkCompilers, checkQuality, checkSchema } from './official';
import { checkSizes, sizeTable } from './sizes';
import { checkOrphans, checkPages } from './structure';

const root = path.resolve(__dirname, '..', '..');

type Check = (dist: Dist, findings: Findings) => void | Promise<void>;

const CHECKS: Check[] = [
  checkSizes,
  checkPages,
  checkOrphans,
  checkScripts,
  checkNoPreview,
  checkNoCloudTable,
  checkStylesAndImages,
  checkAccessibility,
  checkSchema,
  checkCompilers,
  checkQuality,
];

async function main(): Promise<void> {
  if (process.argv.includes('--measure-empty')) {
    console.log(`an empty Taro app: ${measureEmptyApp()} bytes (EMPTY_APP_BYTES in empty-app.ts)`);
    return;
  }
  ensureBuilt(root);
  const dist = readDist(path.join(root, 'dist', 'weapp'));
  const findings = new Findings();
  for (const check of CHECKS) await check(dist, findings);
  console.log(sizeTable(dist, EMPTY_APP_BYTES));
  for (const warning of findings.warnings) console.log(`warning: ${warning}`);
  for (const error of findings.errors) console.error(`error: ${error}`);
  console.log(`${dist.pages.length} pages, ${findings.errors.length} errors`);
  process.exitCode = findings.errors.length > 0 ? 1 : 0;
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  // miniprogram-ci leaves a file watcher behind that would keep the process alive.
  .finally(() => process.exit());
