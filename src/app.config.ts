// WeChat refuses an app that names a plug-in its account has not added, so it is named on demand.
const speechPlugin = process.env.TARO_APP_SPEECH_PLUGIN;

/** The pages and the window; WeChat reads it as app.json. */
export default defineAppConfig({
  // The telephone numbers are in the main package: they must open without network too.
  pages: [
    'pages/home/index',
    'pages/guides/index',
    'pages/messages/index',
    'pages/me/index',
    'pages/phones/index',
  ],
  subPackages: [
    {
      root: 'booking',
      pages: [
        'child/index',
        'worry/index',
        'place/index',
        'times/index',
        'filter/index',
        'confirm/index',
        'move/index',
        'done/index',
        'list/index',
        'detail/index',
        'queue/index',
        'queue-done/index',
        'waits/index',
        'offer/index',
        'rule/index',
      ],
    },
    { root: 'guide', pages: ['read/index', 'signs/index'] },
    { root: 'help', pages: ['directory/index', 'service/index'] },
    {
      root: 'family',
      pages: [
        'who/index',
        'add-child/index',
        'phone/index',
        'join/index',
        'consent/index',
        'circle/index',
        'away/index',
        'at-home/index',
      ],
    },
    {
      root: 'privacy',
      pages: ['policy/index', 'children/index', 'export/index', 'looks/index', 'leave/index'],
    },
    {
      root: 'desk',
      pages: [
        'visit/index',
        'hours/index',
        'accept/index',
        'claim/index',
        'staff/index',
        'invite/index',
        'holidays/index',
        'roster/index',
        'proxy/index',
        'poster/index',
        'simulate/index',
        'day/index',
        'complete/index',
        'follow-up/index',
        'move/index',
        'week/index',
        'requests/index',
        'phone-in/index',
        'route/index',
        'referrals/index',
        'statistics/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['booking', 'help', 'family'] },
    'pages/guides/index': { network: 'all', packages: ['guide'] },
    'pages/me/index': { network: 'all', packages: ['desk', 'privacy'] },
  },
  tabBar: {
    custom: true,
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/guides/index', text: '知识' },
      { pagePath: 'pages/messages/index', text: '消息' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '心桥',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBF6EE',
    backgroundTextStyle: 'dark',
  },
  ...(speechPlugin
    ? { plugins: { WechatSI: { version: speechPlugin, provider: 'wx069ba97219f66d99' } } }
    : {}),
  // WeChat asks through our own sheet (src/session/privacy.ts).
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
});
