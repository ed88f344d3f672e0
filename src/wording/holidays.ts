/** Words of an administrator's days off of the whole county. */
export const holidays = {
  title: '放假的日子',
  heading: '全县哪些天不见面？',
  hint: '这些天，哪位辅导老师都不能约。',
  none: '还没有定放假的日子',
  noneHint: '点下面加上，再保存。',
  days: (count: number) => `${count} 天`,
  weekdays: (first: string, last: string) => `${first}到${last}`,
  add: '加几天',
  remove: '去掉',
  full: (most: number) => `最多记 ${most} 天。先去掉几天，再加。`,

  addHeading: '放几天假？',
  from: '从哪天',
  to: '到哪天',
  what: '什么假？',
  names: ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆', '其它'],
  done: (count: number) => `加上这 ${count} 天`,
  tooLong: (most: number) => `一次最多加 ${most} 天，请看看日子对不对。`,
  backwards: '最后一天不能比第一天早。',

  effect: '保存以后，空着的时间马上跟着变。约好的还在，不会动。',
  save: '保存',
  unchanged: '还没有改动',
  saved: '改好了',
  savedHint: '空着的时间正在跟着变，一两分钟就好。约好的还在，老师会看到，请他们和家里商量。',
};
