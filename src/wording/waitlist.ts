import { dayParts, placeKinds, type DayPart, type WaitlistState } from '@contract/enums';
import { limits } from '@contract/limits';
import type { Wish } from '@contract/wait';
import type { PrioritySettings } from '@contract/waitlist';
import { placeNames } from './names';
import { waits } from './waits';
import { shortDate } from './when';

const keptHours = Math.round(limits.offerMinutes / 60);
const quiet = `晚上 ${limits.quietFromHour - 12} 点到早上 ${limits.quietToHour} 点`;

/** Words of waiting for a place, of a place that is offered, and of the rule behind it. */
export const waitlist = {
  ...waits,
  join: '都不合适，排队等',
  title: '排队等',

  whereTitle: '在哪里聊方便？',
  whereHint: '能选几个，选得越多，等得越短',
  partsTitle: '什么时候能来？',
  partsHint: '能选几个，选得越多，等得越短',
  parts: { morning: '上午', afternoon: '下午', evening: '晚上' } satisfies Record<DayPart, string>,
  untilTitle: '最多等多久？',
  untilHint: '没等到，“我排的队”里会写明。想接着等，再排一次就行。',
  anywhere: '在哪里聊都行',
  anyPart: '上午、下午、晚上都行',
  weeks: (count: number) => `${count} 个星期`,
  pickOne: '先点一个',
  sameTitle: '要不要原来的老师？',
  sameHint: '谁都行，等得短一些',
  anyone: '谁都行',
  only: (name: string) => `就等${name}`,
  checkTitle: '看一看，对不对？',
  checkSpoken: (summary: string) => `请看一看对不对。${summary}。对的话，点下面的“排上”。`,
  forWhom: (names: string) => `给${names}排`,
  until: (day: string) => `等到${shortDate(day)}`,
  submit: '排上',

  doneTitle: '排上了',
  doneHeading: '排上了，不用再点',
  next: '接下来会怎样？',
  steps: [
    '有合适的时间空出来，就先给您留着，放在首页最上面。',
    `给您留 ${keptHours} 个小时，您看了再点“就要这个”。`,
    `${quiet}不打扰您，那几个小时也不算在里头。`,
    '没来得及点，就让给下一家。您还接着排，位置不变。',
  ],
  seeWaits: '看看我排的',

  listTitle: '我排的队',
  none: '没有在排队',
  noneHint: '约老师时都不合适，可以点“排队等”。',
  since: (date: string) => `${date}开始排的`,
  states: {
    waiting: '正在排',
    offered: '轮到您了',
    booked: '约好了',
    left: '不等了',
    lapsed: '到日子没等到',
  } satisfies Record<WaitlistState, string>,
  review: '请老师再看看',
  reviewAsked: '已经请老师再看，看过就会往前排',
  reviewHint: '孩子的事比以前急了，就点这个。老师会再看一遍。',
  leave: '不等了',
  leaveAsk: '真的不等了吗？',
  leaveHint: '不等了，就不给您留时间了。想再排，随时可以。',
  leaveYes: '不等了',
  leaveNo: '接着等',
  again: '再排一次',
  open: '看看留给您的时间',
  call: '着急就先打电话，不用等。',

  offerTitle: '留给您的',
  offerHeading: '这个时间行不行？',
  offerUntil: (when: string) => `给您留到${when}`,
  offerSpoken: (summary: string, when: string) =>
    `有一个时间空出来了。${summary}。给您留到${when}。要就点“就要这个”，不要就点“不要，接着等”。`,
  accept: '就要这个',
  decline: '不要，接着等',
  ifAccept: '点“就要这个”，就约好了。',
  ifDecline: '点“不要”，让给下一家，您还接着排。',
  declinedTitle: '好，接着帮您排',
  declinedHint: '位置不变。下次有时间，还放在首页。',
  offerGone: '这个时间已经让给下一家了',
  offerGoneHint: '您还接着排，位置不变。',

  how: '时间是怎么排的',
  howShort: '怎么排的',
};

/** Where they would come; a list of all there is would only be long. */
export function whereText({ kinds }: Pick<Wish, 'kinds'>): string {
  const all = placeKinds.every((kind) => kinds.includes(kind));
  return all ? waitlist.anywhere : kinds.map((kind) => placeNames[kind]).join('、');
}

/** At which times of the day. */
export function partsText({ parts }: Pick<Wish, 'parts'>): string {
  const all = dayParts.every((part) => parts.includes(part));
  return all ? waitlist.anyPart : parts.map((part) => waitlist.parts[part]).join('、');
}

/** What a family waits for, in a line. */
export function wishText(wish: Wish): string {
  return [whereText(wish), partsText(wish), waitlist.until(wish.until)].join('；');
}

/** Words of the rule of fair priority (rules.md, "Fair priority"). No child is labelled. */
export const rule = {
  title: '怎么排的',
  heading: '时间是怎么排的？',
  hint: '每家都一样，规则写在这里',
  lately: '最近要等几天？',
  medianReserved: (days: number) => `能先约的孩子：一半在 ${days} 天里等到`,
  medianOthers: (days: number) => `别的孩子：一半在 ${days} 天里等到`,
  fewSoFar: '排过队的还不多，过些日子再写。',
  again: '请老师再看看',
};

/** The rule, sentence by sentence. */
export function ruleLines(settings: PrioritySettings) {
  const { reservedShare, releaseHours, soonPoints, urgentPoints, firstPoints, pointsPerDay } =
    settings;
  const days = (points: number) => Math.round(points / pointsPerDay);
  const tenths = Math.round(reservedShare * 10);
  return [
    {
      icon: 'user-round-check',
      title: '急不急，由人来定',
      text: `老师看过您说的，觉得要快，就往前排。要快的，顶得上多等 ${days(soonPoints)} 天；很急的，顶得上 ${days(urgentPoints)} 天。不是机器打分。`,
    },
    {
      icon: 'users',
      title: '先留出一些时间',
      text: `10 个时间里，先留 ${tenths} 个。爸妈都在外的、有一个出去半年以上的，还有老师说要快的，这些孩子能先约。开始前 ${releaseHours} 小时还没人约，就放给大家。`,
    },
    {
      icon: 'hourglass',
      title: '等得越久，越靠前',
      text: `每等一天就往前一点。${firstPoints > 0 ? `上面说的能先约的孩子，再多算 ${days(firstPoints)} 天。` : ''}`,
    },
    { icon: 'list-ordered', title: '一样的，先来先得', text: '谁先排上，谁在前。' },
    {
      icon: 'calendar-check',
      title: '约好的，不会被拿走',
      text: '谁家再急，也不动您已经约好的时间。',
    },
  ] as const;
}
