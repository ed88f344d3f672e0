/**
 * Bundles the deployed functions: every folder of cloudfunctions/ that has a config.json becomes
 * dist/cloudfunctions/<name>/{index.js,package.json,config.json}, which WeChat takes as it is.
 * `wx-server-sdk` stays outside: WeChat installs the pinned version, locally it is found in the
 * root node_modules.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '..');
const external = ['wx-server-sdk'] as const;

/** One bundled function. */
export interface BuiltFunction {
  name: string;
  dir: string;
  bytes: number;
}

/** Where to read from and write to, if not the project's own folders. */
export interface BuildOptions {
  source?: string;
  outDir?: string;
}

/** Bundles all functions and says what was written. */
export async function buildFunctions(options: BuildOptions = {}): Promise<BuiltFunction[]> {
  const source = options.source ?? path.join(root, 'cloudfunctions');
  const outDir = options.outDir ?? path.join(root, 'dist', 'cloudfunctions');
  const names = await functionNames(source);
  if (names.length === 0) throw new Error(`no folder in ${source} has a config.json`);
  await removeStale(outDir, names);
  const versions = await pinnedVersions();
  return Promise.all(names.map((name) => buildOne(source, outDir, name, versions)));
}

async function functionNames(source: string): Promise<string[]> {
  const entries = await fs.readdir(source, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) =>
        (await exists(path.join(source, name, 'config.json'))) ? name : '',
      ),
  );
  return found.filter(Boolean).sort();
}

async function buildOne(
  source: string,
  outDir: string,
  name: string,
  dependencies: Record<string, string>,
): Promise<BuiltFunction> {
  const dir = path.join(outDir, name);
  const entry = path.join(source, name, 'index.ts');
  if (!(await exists(entry))) throw new Error(`${entry} is missing: it is the function's entry`);
  const result = await build({
    entryPoints: [entry],
    outfile: path.join(dir, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    charset: 'utf8',
    sourcemap: 'linked',
    external: [...external],
    tsconfig: path.join(root, 'tsconfig.json'),
    metafile: true,
    logLevel: 'warning',
  });
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js', dependencies };
  await fs.writeFile(path.join(dir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await fs.copyFile(path.join(source, name, 'config.json'), path.join(dir, 'config.json'));
  const code = Object.entries(result.metafile.outputs).find(([file]) => file.endsWith('.js'));
  return { name, dir, bytes: code?.[1].bytes ?? 0 };
}

/** The versions WeChat is to install: exactly those this project is tested with. */
async function pinnedVersions(): Promise<Record<string, string>> {
  const text = await fs.readFile(path.join(root, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return Object.fromEntries(
    external.map((name) => {
      const version = dependencies[name];
      if (!version) throw new Error(`package.json does not pin ${name}`);
      return [name, version];
    }),
  );
}

/** A function that was renamed or removed must not be deployed again from an old build. */
async function removeStale(outDir: string, names: string[]): Promise<void> {
  const present = (await exists(outDir)) ? await fs.readdir(outDir) : [];
  const stale = present.filter((name) => !names.includes(name));
  await Promise.all(
    stale.map((name) => fs.rm(path.join(outDir, name), { recursive: true, force: true })),
  );
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

async function main(): Promise<void> {
  const started = performance.now();
  for (const { name, dir, bytes } of await buildFunctions()) {
    console.log(`${name.padEnd(10)} ${path.relative(root, dir)}  ${(bytes / 1024).toFixed(0)} KB`);
  }
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
