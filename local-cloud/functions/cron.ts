/** The 7-field cron of WeChat's timer triggers: second minute hour day month weekday year, in UTC+8. */

export interface Cron {
  text: string;
  seconds: number[];
  minutes: number[];
  hours: number[];
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  years: Set<number>;
  /** When both day and weekday are given, either suffices. */
  dayGiven: boolean;
  weekdayGiven: boolean;
}

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = [
  '',
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
];
const HORIZON_DAYS = 366 * 5;

/** Throws an Error that quotes the expression. */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 7)
    throw new Error(`cron "${text}" must have 7 fields: second minute hour day month weekday year`);
  const field = (i: number, low: number, high: number, names: string[] = []) =>
    parseField(parts[i] ?? '', low, high, names, text);
  return {
    text,
    seconds: field(0, 0, 59),
    minutes: field(1, 0, 59),
    hours: field(2, 0, 23),
    days: new Set(field(3, 1, 31)),
    months: new Set(field(4, 1, 12, MONTHS)),
    weekdays: new Set(field(5, 0, 6, WEEKDAYS)),
    years: new Set(field(6, 1970, 2099)),
    dayGiven: !/^[*?]$/.test(parts[3] ?? ''),
    weekdayGiven: !/^[*?]$/.test(parts[5] ?? ''),
  };
}

function parseField(
  part: string,
  low: number,
  high: number,
  names: string[],
  text: string,
): number[] {
  const values = new Set<number>();
  const value = (word: string): number => {
    const n =
      names.includes(word.toUpperCase()) && word
        ? names.indexOf(word.toUpperCase())
        : /^\d+$/.test(word)
          ? Number(word)
          : NaN;
    if (!(n >= low && n <= high))
      throw new Error(`cron "${text}": "${word}" is not between ${low} and ${high}`);
    return n;
  };
  for (const item of part.split(',')) {
    const [span = '', stepText] = item.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!Number.isInteger(step) || step < 1)
      throw new Error(`cron "${text}": bad step in "${item}"`);
    const [first = '', last] = span.split('-');
    const any = span === '*' || span === '?';
    const from = any ? low : value(first);
    const to =
      any || (stepText !== undefined && last === undefined)
        ? high
        : last === undefined
          ? from
          : value(last);
    for (let n = from; n <= to; n += step) values.add(n);
  }
  return [...values].sort((a, b) => a - b);
}

/** The first moment strictly after `after` (ms since 1970) at which the trigger fires; null when there is none within five years. */
export function nextFiring(cron: Cron, after: number): number | null {
  const start = Math.floor(after / 1000) * 1000 + 1000 + OFFSET_MS; // as if UTC+8 were UTC
  const today = Math.floor(start / DAY_MS) * DAY_MS;
  for (let i = 0; i <= HORIZON_DAYS; i++) {
    const day = today + i * DAY_MS;
    if (!dayFits(cron, new Date(day))) continue;
    const inDay = firstTime(cron, i === 0 ? (start - today) / 1000 : 0);
    if (inDay !== null) return day + inDay * 1000 - OFFSET_MS;
  }
  return null;
}

function dayFits(cron: Cron, day: Date): boolean {
  if (!cron.years.has(day.getUTCFullYear()) || !cron.months.has(day.getUTCMonth() + 1))
    return false;
  const byDay = cron.days.has(day.getUTCDate());
  const byWeekday = cron.weekdays.has(day.getUTCDay());
  return cron.dayGiven && cron.weekdayGiven ? byDay || byWeekday : byDay && byWeekday;
}

/** The first fitting second of a day, not before `from`. */
function firstTime(cron: Cron, from: number): number | null {
  for (const hour of cron.hours) {
    if (hour * 3600 + 3599 < from) continue;
    for (const minute of cron.minutes) {
      if (hour * 3600 + minute * 60 + 59 < from) continue;
      for (const second of cron.seconds) {
        const at = hour * 3600 + minute * 60 + second;
        if (at >= from) return at;
      }
    }
  }
  return null;
}
