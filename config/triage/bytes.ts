import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../commands/root';

/** Bytes of triage with everything it needs, bundled and minified, as the phone carries it (UTF-8). */
export async function triageBytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'cloudfunctions', 'rules', 'triage', 'index.ts')],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'esm',
    target: 'es2017',
  });
  return outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
}
