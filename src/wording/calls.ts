import type { BusySpan, WeekTime } from '@contract/warmth';
import type { Relation } from '@contract/enums';
import { kinName } from './names';
import { weekdayNames } from './when';

/** `19:30` as people say it. */
function clock(minute: number): string {
  const hour = Math.floor(minute / 60);
  const part =
    hour < 5
      ? '半夜'
      : hour < 8
        ? '早上'
        : hour < 12
          ? '上午'
          : hour < 13
            ? '中午'
            : hour < 18
              ? '下午'
              : '晚上';
  return `${part} ${hour > 12 ? hour - 12 : hour}:${String(minute % 60).padStart(2, '0')}`;
}

export const dayNames = (weekdays: readonly number[]): string => {
  const days = [...weekdays].sort((a, b) => a - b);
  if (days.length === 7) return '每天';
  if (days.join('') === '12345') return '周一到周五';
  if (days.join('') === '123456') return '周一到周六';
  return days.map((day) => weekdayNames[day] ?? '').join('、');
};

/** Words about planned calls. */
export const calls = {
  title: '通话',
  heading: (nickname: string) => `跟${nickname}通话`,
  headingHome: (nickname: string) => `${nickname}跟爸妈通话`,
  hint: '说好时间，孩子心里有数。没打成也没关系。',
  timeText: ({ weekday, minute }: WeekTime, weekly: boolean) =>
    `${weekly ? '每' : ''}${weekdayNames[weekday] ?? ''}${clock(minute)}`,
  agreed: '说好了',
  waiting: '等家里人答应',
  asksYou: (by: Relation) => `${kinName(by)}想在这个时间，行吗？`,
  yes: '行',
  drop: '不要这个了',
  dropOther: '这个时间不行',
  askDone: (when: string) => `${when}的电话`,
  did: '打过了',
  didNot: '没打成',
  propose: '两边都有空的时间',
  proposeHint: '点一个，问问对方行不行。',
  weekly: '每周',
  single: '就这一次',
  none: '照现在写的，两边没有都有空的时间。改一改下面的时间再看。',
  assumed: '还没说过什么时候忙，先按一般的来算。',
  myBusy: '我什么时候忙',
  childBusy: '孩子什么时候忙',
  busyHint: '上班、睡觉的时候',
  childBusyHint: '上学、写作业、睡觉的时候',
  startersTitle: '聊什么？三个开头',
  startersHint: '慢慢说，等孩子说完。',
  spans: {
    title: '忙的时间',
    heading: '什么时候不能通话？',
    headingChild: '孩子什么时候不能通话？',
    hint: '上班、睡觉都算。夜班跨过半夜也行，比如晚上 8:00 到早上 8:00。',
    hintChild: '上学、写作业、睡觉都算。',
    days: '哪几天',
    from: '从',
    to: '到',
    nextDay: '第二天',
    remove: '去掉这一段',
    add: '再加一段',
    save: '存好',
    text: ({ weekdays, from, to }: BusySpan) =>
      `${dayNames(weekdays)} ${clock(from)} 到${to <= from ? '第二天' : ''}${clock(to)}`,
  },
};

/**
 * Beginnings for a longer, warmer talk: they ask for a story and not for marks, and say something of
 * the parent's own day first. By age, in turn by week. A draft: to be read by a clinician.
 */
const starters: { upTo: number; sets: [string, string, string][] }[] = [
  {
    upTo: 6,
    sets: [
      [
        '今天吃了什么好吃的？是什么味道的？',
        '你猜爸爸妈妈今天看见了什么？',
        '我们一起唱一首歌，好不好？',
      ],
      ['今天跟谁玩了？玩的什么？', '你那里下雨了吗？我这里……', '你画一张画，回家给我讲，好不好？'],
    ],
  },
  {
    upTo: 11,
    sets: [
      [
        '今天有什么好笑的事？我先说一件我的。',
        '这几天跟谁最要好？你们玩什么？',
        '要是我今天在家，你想跟我做什么？',
      ],
      [
        '今天哪一会儿最高兴？',
        '有没有什么事有点难？我小时候也有过。',
        '你教我一样你新学会的，好不好？',
      ],
      [
        '家里今天吃的什么？奶奶爷爷好不好？',
        '你最近在看什么、听什么？讲给我听。',
        '下次我回来，我们一起去哪里？',
      ],
    ],
  },
  {
    upTo: 99,
    sets: [
      [
        '我这边今天……你那边呢？',
        '最近有什么事，你觉得大人不太懂？',
        '你要是想说就说，不想说，我们就随便聊聊。',
      ],
      [
        '最近在听什么歌？放一段给我听。',
        '这周有没有哪件事，你自己觉得做得不错？',
        '有什么事，我在外面也能帮上你？',
      ],
    ],
  },
];

/** Three beginnings for a child of that age; another three another week. */
export function startersFor(age: number, week: number): readonly [string, string, string] {
  const sets = (starters.find(({ upTo }) => age <= upTo) ?? starters[starters.length - 1])?.sets;
  return sets?.[week % sets.length] ?? ['', '', ''];
}
