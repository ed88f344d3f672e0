/** What nobody can know without an account, and the check to make there. Printed by every dry run. */
export const unverified: [assumed: string, check: string][] = [
  [
    'the API keys of the Tencent Cloud account that WeChat made reach the environment (云开发 → 设置 → 其他设置 → 腾讯云控制台)',
    'npm run deploy -- --env test --only database; it must not say AuthFailure or ResourceNotFound',
  ],
  [
    'a function made by manager-node gets WeChat’s context (OPENID), as its stamp MINI_QCBASE says',
    'open the mini program, sign in; the log of app must show an action and no UNAUTHENTICATED',
  ],
  [
    'miniprogram-ci sends config.json with the code, but WeChat may take permissions.openapi from it only when DevTools uploads',
    'make an invitation poster; -604101 in the log: upload app, jobs and callback once in DevTools (云端安装依赖)',
  ],
  [
    'settings that are not named in an update stay as they are; variables are replaced as a whole',
    'deploy twice; the second run must say "as it should be" for each function',
  ],
  [
    'DescribeTable tells of an index its name, fields, direction and uniqueness as they were given',
    'the same: the second run must not make any index anew',
  ],
  [
    'ADMINONLY denies phones and lets functions in',
    'in the console of DevTools: wx.cloud.database().collection("people").get() must fail with -502003',
  ],
  [
    'the rule of storage refuses reading and lets one write one’s own files',
    'record a message; then wx.cloud.getTempFileURL of its id in the console must have status 1 or -501023',
  ],
  [
    'a timer is described as {"cron": "…"} and runs in UTC+8',
    'the second run must not set timers again; look for a log of jobs in every minute',
  ],
  [
    'the message push of wxa_media_check reaches the function callback (云开发 → 设置 → 全局设置 → 消息推送)',
    'send a picture to a teacher; the log of callback must say taken 1 within half an hour',
  ],
  [
    'a version uploaded by a robot counts with its subpackages as the gate here measures them',
    'compare the sizes under 版本管理 with npm run check:weapp',
  ],
];
