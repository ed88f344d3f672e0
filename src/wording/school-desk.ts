import type { Note } from '@contract/school';
import type { DeskRow, OfficeSpan, Said } from '@contract/school-desk';
import { dayOf, hourMs, minuteMs, partsOf, startOfDay, weekdayOf } from '@rules/dates';
import { kinName } from './names';
import { sentences } from './thread';
import { clockTime, longDate, weekdayNames, whenText } from './when';

/** Words of the teacher's desk: the inbox, the hours, and who stands in. */
export const schoolDesk = {
  title: '家里的话',
  heading: '家里的话',
  hint: '没回的在最上面，急的排在前。',
  none: '还没有家里的话',
  noneHint: '家里写来的话，会排在这里。',
  notStaff: '这里是给老师用的',
  notStaffHint: '家里的话，请在“消息”里看。',
  waitingNow: '刚来',
  waitedMinutes: (count: number) => `等了 ${count} 分钟`,
  waitedHours: (count: number) => `等了 ${count} 小时`,
  waitedDays: (count: number) => `等了 ${count} 天`,
  urgent: '急事',
  raised: '已请别人一起看',
  answered: '回过了',
  noted: '知道了',
  open: '打开',
  sent: '发给家里了',
  again: '没发出去，再点一次。',
  voice: (seconds: number) => `语音 ${seconds} 秒`,
  picture: '一张图片',
  face: '一个表情',
  held: '先由老师看，家里别的人还看不到',
  withdrawn: '这句撤回了',
  family: '家里人',
  teacher: '老师',
  me: '我',
  alone: '只和您说',
  standingIn: (day: string) => `您在替同事看家里的话，到${day}`,
  ways: '我的安排',
  hours: '什么时候回话',
  hoursHint: '别的时候有一句自动的话告诉家里',
  standIn: '请人替几天',
  standInHint: '出差、请假的时候',

  hoursTitle: '什么时候回话',
  hoursHeading: '您一般什么时候看家里的话？',
  hoursExplained:
    '别的时候家里写来，会自动告诉他们您几点看。急事不分时候，都发提醒。要先点过“允许”，微信才发得出。',
  noHours: '还没有写时间。没写就不会自动回。',
  addSpan: '加一段时间',
  schoolWeek: '周一到周五',
  from: '从',
  to: '到',
  add: '加上',
  remove: '去掉',
  badSpan: '结束要比开始晚。',
  crossing: '和已有的时间重了。',
  absences: '不看消息的日子',
  absencesHint: '寒假、暑假、请假。县里放假的日子不用写。',
  addAbsence: '加上这些天',
  badDays: '最后一天不能比第一天早。',
  save: '保存',
  saved: '存好了。家里能看到。',
  holidays: (text: string) => `县里放假：${text}`,

  standInTitle: '请人替几天',
  standInHeading: '请哪位同事替您看家里的话？',
  standInExplained: '这些天他能看到您班上家里的话，家里也会知道。过了日子就看不到了。',
  firstDay: '第一天',
  lastDay: '最后一天',
  name: '请他替',
  named: '说好了，也告诉他了。',
  nobody: '学校里还没有别的老师用心桥',
  nobodyHint: '请管理员先请他们进来。',
  current: '已经说好的',
  between: (from: string, to: string) =>
    from === to ? longDate(from) : `${longDate(from)} 到 ${longDate(to)}`,
  yours: (name: string) => `${name}替您看`,
  forOther: (name: string) => `您替${name}看`,
  others: (name: string, forName: string) => `${name}替${forName}看`,
  end: '不用替了',
};

/** How long somebody has waited, plainly. */
export function waitedText(since: number, now: number): string {
  const passed = Math.max(0, now - since);
  if (passed < 5 * minuteMs) return schoolDesk.waitingNow;
  if (passed < hourMs) return schoolDesk.waitedMinutes(Math.floor(passed / minuteMs));
  if (passed < 24 * hourMs) return schoolDesk.waitedHours(Math.floor(passed / hourMs));
  return schoolDesk.waitedDays(Math.floor(passed / (24 * hourMs)));
}

/** What was said, in one line. */
export function saidText(said: Said): string {
  if (said.state === 'withdrawn') return schoolDesk.withdrawn;
  if (said.kind === 'voice') {
    return [schoolDesk.voice(said.seconds ?? 0), said.text].filter(Boolean).join('：');
  }
  if (said.kind === 'picture') return schoolDesk.picture;
  if (said.kind === 'face') return schoolDesk.face;
  return said.text ?? (said.situation ? sentences[said.situation].title : '');
}

export function sayerName({ said }: DeskRow): string {
  if (!said) return '';
  if (said.side === 'staff') return said.name ?? schoolDesk.teacher;
  return said.relation ? kinName(said.relation) : schoolDesk.family;
}

/** Three in the afternoon: whoever is answered before it can still be called before school is out. */
const lastHour = 15;

/** What one tap says, and promises no more than can be kept. */
export function quickReplies(now: number): { id: string; text: string }[] {
  const inSchool = weekdayOf(dayOf(now)) <= 5 && partsOf(now).hour < lastHour;
  return [
    { id: 'noted', text: '知道了，谢谢您告诉我。' },
    inSchool
      ? { id: 'today', text: '收到，今天放学前回您。' }
      : { id: 'later', text: '收到，上学的时候回您。' },
  ];
}

const clock = (minutes: number) => clockTime(startOfDay('2026-01-01') + minutes * minuteMs);

/** `早上 7:30 到上午 8:00`; the part of the day once, if it is the same: `下午 3:00 到 5:00`. */
export function officeSpanText({ from, to }: OfficeSpan): string {
  const [part = ''] = clock(from).split(' ');
  return `${clock(from)} 到${clock(to).replace(part, '')}`;
}

/** `周一到周五 下午 3:00 到 5:00`: the days that have the same spans stand together. */
export function weekText(spans: readonly OfficeSpan[]): string[] {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    text: spans
      .filter((span) => span.weekday === weekday)
      .sort((a, b) => a.from - b.from)
      .map(officeSpanText)
      .join('、'),
  }));
  const texts = [...new Set(days.map(({ text }) => text))].filter(Boolean);
  return texts.map((text) => {
    const same = days.filter((day) => day.text === text).map(({ weekday }) => weekday);
    return `${daysText(same)} ${text}`;
  });
}

function daysText(days: readonly number[]): string {
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const name = (day: number) => weekdayNames[day] ?? '';
  if (days.length > 2 && last - first === days.length - 1) return `${name(first)}到${name(last)}`;
  return days.map(name).join('、');
}

/** When somebody of the school reads what a family writes. Promises nothing that nobody said. */
export function answeringText({
  now,
  said,
  next,
  spans,
}: {
  now: number;
  said: boolean;
  next?: number | undefined;
  spans: readonly OfficeSpan[];
}): string {
  const urgent = '急事请点“这是急事”，或者打电话。';
  if (!said) return `老师还没写什么时候看消息。${urgent}`;
  const keyOf = ({ weekday, from, to }: OfficeSpan) => `${weekday}-${from}-${to}`;
  const once = spans.filter(
    (span, at) => spans.findIndex((one) => keyOf(one) === keyOf(span)) === at,
  );
  const week = `老师一般${weekText(once).join('；')} 看消息。`;
  if (next === undefined || next <= now) return `${week}${urgent}`;
  return `${week}下一次是${whenText(next, now)}。${urgent}`;
}

/** `这几天刘老师替王老师看，到 12月3日`. */
export const standInText = (
  { forName, name, to }: { forName: string; name: string; to: string },
  now: number,
) => `${to === dayOf(now) ? '今天' : '这几天'}${name}替${forName}看，到 ${longDate(to)}`;

/** What the system writes in a thread. */
export function noteText(note: Note, now: number): string {
  if (note.says === 'closed') {
    return '这位老师不在这里做了，再发的话没有人看得到。以前聊的，没有交给别人。想接着聊，请再约一位老师，见过以后就能给新老师发消息。';
  }
  if (note.says === 'raised') return '等了两个上学日了，已请学校另一位老师帮忙看。';
  return `收到了。老师一般${whenText(note.next, now)} 看消息。急事请点“这是急事”，或者打电话。`;
}
