import type { DayPart, ReferralState, Urgency } from '@contract/enums';
import type { Wish } from '@contract/wait';
import { placeNames } from './names';
import { shortDate } from './when';

/** Words of the week at the desk. */
export const week = {
  title: '这周',
  summary: (visits: number, free: number) => `${visits} 人 · ${free} 个空`,
  before: '前一周',
  after: '后一周',
  backToThis: '回到这一周',
  today: '今天',
  nobody: '没有安排',
  outside: (count: number) => `${count} 个不在新时间里`,
  empty: '这一周没有安排',
  emptyHint: '在“我的时间”里放一些时间出来，家里就能约了。',
  hours: '我的时间',
};

/** Words of those who wait. */
export const requests = {
  title: '排队的',
  heading: '谁在等',
  hint: '最要紧的在最前面。急不急，由您来定。',
  none: '现在没有人在等',
  noneHint: '有人排队，就会出现在这里。',
  waited: (days: number) => (days === 0 ? '今天排的' : `等了 ${days} 天`),
  until: (day: string) => `等到 ${shortDate(day)}`,
  review: '家里请您再看看急不急',
  offered: '已经问了一个时间',
  said: (seconds: number) => `录了 ${seconds} 秒的话`,
  noWorries: '没说是什么事',
  together: '两个孩子想一起来',
  how: (nickname: string) => `${nickname}急不急？`,
  urgencies: { routine: '不急', soon: '尽快', urgent: '很急' } satisfies Record<Urgency, string>,
  written: '谁定的、什么时候定的，会写下来。',
  set: '记下了。下次打开，会重新排。',
  call: '打电话',
  noPhone: '没有留电话',
  parts: { morning: '上午', afternoon: '下午', evening: '晚上' } satisfies Record<DayPart, string>,
  notStaff: '这一页给辅导老师用',
  notStaffHint: '要用的话，请管理员发一张邀请给您。',
};

/** Where and when a family could come, in a line. */
export function wishLine({ kinds, parts }: Wish): string {
  const where = kinds.map((kind) => placeNames[kind]).join('、');
  return `${where} · ${parts.map((part) => requests.parts[part]).join('、')}`;
}

/** Words of a day's home visits. */
export const route = {
  title: '上门路线',
  heading: (count: number) => `上门 ${count} 家`,
  hint: (minutes: number) => `路上一共 ${minutes} 分钟`,
  hintPlain: '按这个先后去',
  drive: (minutes: number) => `路上 ${minutes} 分钟`,
  call: '打电话',
  noPhone: '没有留电话',
  see: '看约见',
  none: '这天不用上门',
  noneHint: '有人约了上门，就会排在这里。',
  notMapped: '家里的门牌不记在这里。快到了，打电话问路。',
};

/** Words of families that were sent on. */
export const referrals = {
  title: '转到别处',
  heading: '转到别处的孩子',
  hint: '问一问，去成了没有。',
  none: '没有在等消息的',
  noneHint: '聊完以后选“转到别处”，就会出现在这里。',
  to: (service: string) => `转到${service}`,
  since: (day: string) => `${day}说的`,
  attended: '去过了',
  notAttended: '没去成',
  states: {
    suggested: '等家里回话',
    agreed: '家里同意了',
    declined: '家里先不去',
    attended: '去过了',
    notAttended: '没去成',
  } satisfies Record<ReferralState, string>,
  waiting: '家里还没回话。打个电话问问也行。',
  see: '看约见',
};

/** Words of the counsellor's own months. */
export const statistics = {
  title: '数字',
  heading: '这几个月',
  hint: '只有您看得到。不排名，也不打分。',
  monthLong: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  talked: (count: number) => `聊了 ${count} 次`,
  missed: (count: number) => `没来 ${count} 次`,
  cancelled: (count: number) => `取消 ${count} 次`,
  first: (count: number) => `第一次来的 ${count} 个`,
  referred: (count: number) => `转到别处 ${count} 个`,
  nothing: '还没有',
  none: '还没有数字',
  noneHint: '聊完一次，就会记在这里。',
};
