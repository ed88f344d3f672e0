import { fewest, type Measure } from '@rules/figures';
import { monthsOfPeriod } from '@rules/periods';
import { tensText } from './tens';

const families = '个家庭';

/** What is counted, in a word, and its measure word. */
export const measureNames: Record<Measure, { name: string; unit: string }> = {
  reached: { name: '来用过的家庭', unit: families },
  heard: { name: '听完的短文', unit: '篇' },
  booked: { name: '约上了的家庭', unit: families },
  joined: { name: '进了排队的家庭', unit: families },
  noTime: { name: '找时间、一个也没有的', unit: families },
  twoWeeks: { name: '等了两周以上的', unit: families },
  tooFar: { name: '说太远、没去成的', unit: families },
  answered: { name: '学校回了话的家庭', unit: families },
  answeredSoon: { name: '一个上学日内回的', unit: families },
  answers: { name: '学校一共回了', unit: '条' },
};

const monthNumber = (month: string) => Number(month.slice(5));

/** `2026年11月`, `2026年10月到12月`, `2026年`. */
export function periodText(period: string): string {
  const months = monthsOfPeriod(period);
  const year = `${period.slice(0, 4)}年`;
  if (months.length === 12) return year;
  const first = `${year}${monthNumber(months[0] ?? period)}月`;
  return months.length === 1 ? first : `${first}到${monthNumber(months.at(-1) ?? period)}月`;
}

export const shortMonth = (month: string) => `${monthNumber(month)}月`;

/** Of several months, each in tens. A family counts in each of them, so it is a sum of turns: `至少30家次`. */
export const sumText = (count: number, unit: string) => {
  const turns = unit === families ? '家次' : unit;
  return count === 0 ? `每个月都少于${fewest}${unit}` : `至少${count}${turns}`;
};

const minutesText = (minutes: number) => `最近的辅导老师，路上要${minutes}分钟。`;

export const figures = {
  title: '数字',
  heading: (place: 'county' | 'school') => (place === 'county' ? '全县用得怎样' : '本校用得怎样'),
  sumHint: '几个月加在一起，一家在每个月里各数一次，所以写“家次”。',
  hint: `只数家庭，不记是谁。一家在一个月里只数一次。少于${fewest}的不写出来，${fewest}以上的只写整十数，免得认出哪个孩子。`,
  pick: '看哪一段时间',
  none: '还没有可以看的数字',
  noneHint: '一个月过完了，第二天就能看到这个月的。没过完的不写，免得看出是哪一家。',
  notAdmin: '这一页给管理员',
  notAdminHint: '县里、学校的管理员才看得到这些数字。',
  groups: {
    use: '用起来了吗',
    need: '缺不缺',
    answers: '学校回话',
  },
  answerHours: (hours: number) =>
    hours === 0
      ? '有一半的话，不到一小时就回了（只算上学的时间）。'
      : `有一半的话，${hours}小时内就回了（只算上学的时间）。`,
  answerHoursNone: `回的家庭少于${fewest}个，不写快慢。`,
  byMonth: '每个月来用的家庭',
  waits: '排队等了多久',
  waitReserved: '能先约的孩子',
  waitOthers: '别的孩子',
  days: (days: number) => (days === 0 ? '一半当天就排到' : `一半在${days}天内排到`),
  fewWaits: `排到的少于${fewest}个，不写`,
  alerts: '要有人马上看的提醒',
  alertsDue: '到了时间的',
  alertsInTime: '按时有人接的',
  alertUnit: '条',
  alertsHint: '只写全县一个季度的数，不写是哪里、是谁。',
  sessions: '每位老师谈了多少次',
  sessionsHint: '算补贴用。季度过完七天后定下来，以后不再变。',
  sessionsLater: '季度过完七天后写出来，算补贴用。',
  sessionText: (done: number) => (done === 0 ? `少于${fewest}次` : `${done}次`),
  sessionsFew: `少于${fewest}次的，请看老师自己的“数字”那一页。`,
  unmet: '哪里还缺帮助',
  unmetHint: '一个季度里，按乡镇。可以照着念。',
  save: '导出表格',
  saved: '已经发出去了。表里和这一页写的一样。',
  saveFailed: '没有导出来。可以再点一次。',
  fileName: (period: string) => `心桥数字-${period}.csv`,
  total: '合计',
  inQuarters: '选一个季度，还能看到排队等了多久、每位老师谈了多少次。',
};

export const unmet = {
  title: '缺帮助',
  heading: '这些地方缺帮助',
  hint: (period: string) =>
    `${periodText(period)}。只写整十数。少于${fewest}的不写出来。县城所在的乡镇不单写，免得倒推出小的数。`,
  twoWeeks: (count: number) => `${tensText(count, families)}等了两周以上。`,
  joined: (count: number) => `${tensText(count, families)}进了排队。`,
  noTime: (count: number) => `${tensText(count, families)}找过时间，一个也没有。`,
  tooFar: (count: number) => `${tensText(count, families)}说太远，没去成。`,
  waitDays: (days: number) => `排到的，一半等了${days}天以上。`,
  near: '本乡镇就有谈心的地方。',
  minutes: minutesText,
  noWay: '目录里没有写：从这里去哪里找辅导老师。',
  rest: (names: string) => `${names}：每一样都少于${fewest}个家庭。`,
  none: '没有哪个乡镇到了十个家庭',
  noneHint: `少于${fewest}的不写出来，免得认出哪个孩子。`,
  noQuarter: '还没有过完的季度',
  noQuarterHint: '一个季度过完了，第二天就能看。',
  countyOnly: '这一页给县里的管理员看。',
  twoWeeksTitle: '等了两周以上的家庭',
  shortCount: (count: number) => tensText(count, ''),
};
