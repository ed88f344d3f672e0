import type { CheckedLine } from '@contract/safety';
import { clockTime } from './when';
import { startOfDay } from '@rules/dates';

/** Words of the duty roster and of checking telephone lines. */
export const duty = {
  title: '值班表',
  heading: '谁在值班',
  hint: '有急事，先告诉值班的人。',
  about: (gaps: number) => (gaps === 0 ? '都有人' : `${gaps} 段没有人`),
  past: '这一周过去了',
  gap: (span: string) => `${span} 没有人`,
  nobody: '这天还没排',
  standIn: (name: string) => `替补 ${name}`,
  add: '加一段',
  take: '拿掉',
  who: '谁值班',
  standInAsk: '谁替补（可以不选）',
  unreachable: '这位还收不到提醒。请他先在“我的”里留电话',
  noPeople: '还没有人可以排。先请人开通。',
  when: '什么时候',
  from: '从',
  to: '到',
  own: '自己定',
  ownHint: '从几点到几点',
  badSpan: '结束要在开始后面。跨过半夜的，分两天排。',
  clash: '这段时间已经有人了',
  put: '放进去',
  cancel: '不加了',
  lastWeek: '照上一周排',
  lastWeekNone: '上一周也没有排',
  save: '保存',
  saved: '保存好了',
  notSaved: '改了，还没保存',
  refused: (names: string) => `${names}还收不到提醒，没有保存。换个人，或者请他先留电话。`,
  again: '刚才有人也改了。这是新的，请再改一遍。',
  swap: '请人替',
  swapWho: '请谁替？',
  swapAsked: (name: string) => `等${name}答应`,
  swapYou: (name: string) => `${name}请您替这一段`,
  swapYes: '我替',
  swapNo: '替不了',
};

/** Parts of a day that are taken with a tap, minutes from midnight. */
export const dutyParts = [
  { id: 'all', text: '全天', from: 0, to: 1440 },
  { id: 'day', text: '白天', from: 480, to: 1080 },
  { id: 'evening', text: '晚上', from: 1080, to: 1440 },
  { id: 'night', text: '半夜到早上', from: 0, to: 480 },
] as const;

/** `8:00–18:00`. */
export const minutesText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** `上午 8:00` on a day. */
export const onDay = (day: string, minutes: number): string =>
  clockTime(startOfDay(day) + minutes * 60_000);

export const lines = {
  title: '核对电话',
  heading: '号码还打得通吗？',
  hint: '先打一遍，通了就点“打通了”。110、120 这样的不要试打。',
  none: '还没有电话',
  overdue: '该核对了',
  checked: (when: string) => `${when}核对过`,
  reports: ({ wrongNumber, noAnswer }: CheckedLine['reports']) =>
    [
      wrongNumber > 0 ? `${wrongNumber} 人说号码不对` : '',
      noAnswer > 0 ? `${noAnswer} 人说没人接` : '',
    ]
      .filter(Boolean)
      .join('，'),
  right: '打通了',
  unchanged: '没变',
  change: '改号码',
  number: '新号码',
  numberBad: '只写数字和短横线',
  save: '保存',
  saved: '记下了',
  cancel: '不改了',
};
