import { dayOf, daysBetween, partsOf } from '@rules/dates';
import type { DayEntry, Visit } from '@contract/day';
import { kinName, worryNames } from './names';
import { clockTime, dayName } from './when';

/** Words of the counsellor's day. */
export const desk = {
  summary: (visits: number, free: number) => `${visits} 人 · ${free} 个空`,
  previous: '前一天',
  next: '后一天',
  today: '今天',
  backToToday: '回到今天',
  dayTitle: '这一天',
  free: '空',
  held: '有人正在选',
  reserved(moment: number, now: number): string {
    const when = releaseText(moment, now);
    return `先留着，${/\d$/.test(when) ? `${when} ` : when}放出`;
  },
  empty: '这天没有安排',
  emptyHint: '翻到别的日子看看，或者放一些时间出来。',
  first: '第一次',
  again: (number: number) => `后续 第 ${number} 次`,
  with: (visit: Visit) => `${kinName(visit.relation)}陪同`,
  calledBy: (visit: Visit) => `打给${kinName(visit.relation)}`,
  joining: (visit: Visit) => `${visit.joining.map(kinName).join('、')}电话里一起`,
  comes: '说了会来',
  fresh: '新',
  freshlyBooked: (count: number) => `别的日子新约了 ${count} 个`,
  outside: '不在新时间里',
  chips: {
    arrived: '已签到',
    awaitingConsent: '待同意',
    missed: '没来',
    done: '聊过了',
    lapsed: '没等到同意',
    cancelled: '取消了',
  },
  urgent: '急',
  soon: '尽快',
  group: (count: number, of: number) => `小组 · ${count} 个孩子，共 ${of} 位`,
  groupFree: (count: number) => `还有 ${count} 位空`,
  homes: (count: number) => `上门 ${count} 家`,
  onTheWay: (minutes: number) => `路上一共 ${minutes} 分钟`,
  seeRoute: '看路线',
  phoneIn: '电话代约',
  hours: '我的时间',
  ways: { week: '这周', requests: '排队的', referrals: '转到别处', statistics: '数字' },
};

/** `今晚 8 点`, `明天上午 9:30`: when a kept place opens to everybody. */
export function releaseText(moment: number, now: number): string {
  const { hour, minute } = partsOf(moment);
  const day = dayOf(moment);
  const near = daysBetween(dayOf(now), day) === 0 && hour >= 18;
  const time = clockTime(moment);
  const whole = minute === 0 ? time.replace(/:00$/, ' 点') : time;
  return near ? whole.replace('晚上', '今晚') : `${dayName(day, dayOf(now))}${whole}`;
}

/** Both children of a visit that siblings share. */
export function namesOf({ nickname, sibling }: Visit): string {
  return sibling ? `${nickname}、${sibling.nickname}` : nickname;
}

/** Which visit it is, who comes along, and what it is about, in a line. */
export function aboutVisit({ kind }: DayEntry, visit: Visit): string {
  const called = kind === 'phone' || kind === 'wechat';
  return [
    visit.visitNumber === 1 ? desk.first : desk.again(visit.visitNumber),
    called ? desk.calledBy(visit) : desk.with(visit),
    visit.joining.length > 0 ? desk.joining(visit) : '',
    visit.state === 'booked' && visit.confirmed ? desk.comes : '',
    visit.worries.map((worry) => worryNames[worry]).join('、'),
  ]
    .filter(Boolean)
    .join(' · ');
}
