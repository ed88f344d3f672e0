import fs from 'node:fs';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';

const root = path.resolve(__dirname, '..');
const shared = ['pages', 'components', 'session', 'wording', 'cloud', 'theme'];

/** The folders of src/ that are subpackages. */
export const subpackages = fs
  .readdirSync(path.join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !shared.includes(entry.name))
  .map(({ name }) => name);

/** The pages of one folder of src/. */
export function pagesOf(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, 'src', folder))
    .map((page) => path.posix.join('src', folder, page, 'index.tsx'))
    .filter((file) => fs.existsSync(path.join(root, file)));
}

/** What the main package begins with. */
export const mainEntries = () => ['src/app.tsx', ...pagesOf('pages')];

/** Every source file that is loaded with these, and what each of them imports. */
export async function loadedWith(entries: string[]): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    logLevel: 'silent',
    packages: 'external',
    jsx: 'automatic',
    external: ['*.scss'],
  });
  return metafile.inputs;
}

/** Every text in quotes that stands in these files. */
export function quotedIn(files: string[]): Set<string> {
  const texts = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => fs.readFileSync(path.join(root, file), 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/['"]([\w.-]+)['"]/g)].map(([, word = '']) => word)),
  );
}
