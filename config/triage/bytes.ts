import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../commands/root';

const folder = path.join(root, 'cloudfunctions', 'rules', 'triage');
const entries = {
  phone: path.join(folder, 'index.ts'),
  cloud: path.join(folder, 'cloud', 'index.ts'),
};

export interface Carried {
  bytes: number;
  /** What is in it. */
  files: string[];
}

/** Triage with everything it needs, bundled and minified, as the phone or the cloud carries it (UTF-8). */
export async function triageBytes(side: keyof typeof entries): Promise<Carried> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entries[side]],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2017',
  });
  return {
    bytes: outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0),
    files: Object.keys(metafile.inputs),
  };
}
