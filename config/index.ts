/**
 * Taro's build, for WeChat (`--type weapp`) and for the browser preview (`--type h5`).
 * Read by the Taro CLI, which compiles TypeScript inside config/ on the fly.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { ariaTemplate } from './aria/attributes';

const root = path.resolve(__dirname, '..');
const at = (...parts: string[]) => path.resolve(root, ...parts);

const platform = process.env.TARO_ENV ?? 'weapp';
const forWeChat = platform === 'weapp';
const outputRoot = `dist/${platform}`;

/** Outside src/, Taro passes nothing through Babel unless it is named here; ES5 depends on it. */
const lowered = [
  at('cloudfunctions/contract'),
  at('cloudfunctions/rules'),
  at('config/aria'),
  (file: string) => /node_modules[\\/](valibot|zustand|dayjs)[\\/]/.test(file),
];

/** A county's own texts, when it is built for one: XINQIAO_PACK names its folder (packs/README.md). */
const ownTexts = process.env.XINQIAO_PACK && at(process.env.XINQIAO_PACK, 'wording.json');
const wording: unknown =
  ownTexts && existsSync(ownTexts) ? JSON.parse(readFileSync(ownTexts, 'utf8')) : undefined;

/** As much of webpack-chain as is needed here. */
interface Rules {
  module: {
    rule(name: string): {
      test(path: RegExp): {
        pre(): {
          use(name: string): { loader(path: string): { options(options: object): unknown } };
        };
      };
    };
  };
}

function putOwnTexts(chain: Rules): void {
  if (wording === undefined) return;
  chain.module
    .rule('ownTexts')
    .test(/[\\/]src[\\/]wording[\\/][a-z-]+\.ts$/)
    .pre()
    .use('ownTexts')
    .loader(at('config/wording-loader.js'))
    .options({ wording });
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'xinqiao',
  date: '2026-11-23',
  // Styles are written for a screen 375 wide: 1px in SCSS is one point on such a phone.
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Only for the preview. For WeChat a cached build has left a module out of the one file of a
  // subpackage that needed it, after modules had moved between files (optimizeMainPackage).
  cache: {
    enable: !forWeChat,
    buildDependencies: {
      babel: [at('babel.config.js')],
      aria: ['attributes', 'plugin', 'react-props', 'runtime'].map((n) =>
        at(`config/aria/${n}.ts`),
      ),
    },
  },
  logger: { quiet: true, stats: false },
  // Chinese as it is written: escaped (\u4e00) each character would count twice (WeChat reads UTF-8).
  ...(forWeChat && {
    terser: { enable: true, config: { output: { ascii_only: false } } },
  }),
  copy: {
    patterns: forWeChat
      ? [{ from: 'config/custom-tab-bar', to: `${outputRoot}/custom-tab-bar` }]
      : [],
    options: {},
  },
  plugins: [[path.join(__dirname, 'aria/plugin.ts'), { components: ariaTemplate() }]],
  alias: {
    '@': at('src'),
    '@contract': at('cloudfunctions/contract'),
    '@rules': at('cloudfunctions/rules'),
  },
  mini: {
    compile: { include: lowered },
    webpackChain: putOwnTexts,
    optimizeMainPackage: { enable: true },
    // Class names carry their component's name, so the order of the files changes nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: {
      // 375 wide makes 1px into 2rpx: WeChat scales rpx with the width of the screen.
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
  h5: {
    compile: { include: lowered },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: {
      // The preview's phone is exactly 375 wide, so a px may stay a px.
      pxtransform: { enable: false, config: {} },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain, webpack) {
      putOwnTexts(chain);
      const replacement = new webpack.NormalModuleReplacementPlugin(
        /[\\/]components[\\/]lib[\\/]react[\\/]helper\.js$/,
        at('config/aria/react-props.ts'),
      );
      chain.plugin('ariaProps').use(replacement);
      chain.performance.hints(false);
      // One vendor file for all pages; Taro's default copies libraries into every page's chunk.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, priority: 10 },
          common: { name: 'common', minChunks: 2, priority: 1 },
        },
      });
    },
  },
};

export default defineConfig(config);
