/** What Taro's webpack runner feeds to Babel: React, TypeScript, and targets old enough for ES5 output. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // Old phones run the mini program: everything is lowered, polyfills come from WeChat's base library.
        targets: { android: '5', ios: '9' },
        useBuiltIns: false,
      },
    ],
  ],
};
