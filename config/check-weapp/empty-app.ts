import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readDist } from './dist';
import { measure } from './sizes';

/**
 * Bytes of the main package of an empty Taro app: one page with one Text, built for WeChat by the
 * same Taro, React and webpack, with Taro's defaults and none of our plugins. Measured with
 * `npm run check:weapp -- --measure-empty` on Taro 4.1.11, React 18.3.1; measure again when either changes.
 */
export const EMPTY_APP_BYTES = 300_380;

const root = path.resolve(__dirname, '..', '..');

const FILES = {
  'package.json': '{ "name": "empty", "private": true, "dependencies": {} }',
  'babel.config.js': fs.readFileSync(path.join(root, 'babel.config.js'), 'utf8'),
  'config/index.js': `module.exports = {
    projectName: 'empty', designWidth: 375, deviceRatio: { 375: 2 }, framework: 'react',
    sourceRoot: 'src', outputRoot: 'dist', cache: { enable: false },
    compiler: { type: 'webpack5', prebundle: { enable: false } }, mini: {},
  };`,
  'src/app.config.js': `export default { pages: ['pages/index/index'], window: {} };`,
  'src/app.js': 'export default ({ children }) => children;',
  'src/pages/index/index.jsx': `import { Text } from '@tarojs/components';
export default () => <Text>empty</Text>;`,
};

/** Builds an empty app in .cache/ and returns the bytes of its main package. */
export function measureEmptyApp(): number {
  const dir = path.join(root, '.cache', 'empty-app');
  fs.rmSync(dir, { recursive: true, force: true });
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(dir, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'junction');
  const taro = require.resolve('@tarojs/cli/bin/taro');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [taro, 'build', '--type', 'weapp'],
    { cwd: dir, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the empty app does not build:\n${stdout}${stderr}`);
  return measure(readDist(path.join(dir, 'dist'))).main;
}
