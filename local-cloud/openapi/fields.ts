/**
 * The fields of a subscription message and what each kind may contain.
 * Source: 订阅消息参数值内容限制说明 in WeChat's documentation of subscribeMessage.send. Lengths are whole characters.
 */

const HAN = /\p{Script=Han}/u;
const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d$/;
const DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

const length = (value: string) => Array.from(value).length;
const upTo = (most: number, pattern: RegExp) => (value: string) =>
  length(value) <= most && pattern.test(value);

function isDay(text: string): boolean {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isDayAndClock(text: string): boolean {
  const [day = '', clock = '', ...rest] = text.split(' ');
  return rest.length === 0 && isDay(day) && CLOCK.test(clock);
}

const isTime = (text: string) => CLOCK.test(text) || isDayAndClock(text);
const isDate = (text: string) => isDay(text) || isDayAndClock(text);

/** One moment, or two with `~` between them. */
const span = (fits: (text: string) => boolean) => (value: string) => {
  const parts = value.split('~');
  return parts.length <= 2 && parts.every(fits);
};

const isNumber = (value: string) =>
  /^\d+(\.\d+)?$/.test(value) && value.replace('.', '').length <= 32;

/** 10 characters as soon as one is Chinese, otherwise 20; no digits. */
const isName = (value: string) =>
  /^[\p{L}\p{M}\p{P}\p{S} ]+$/u.test(value) && length(value) <= (HAN.test(value) ? 10 : 20);

const RULES = {
  thing: upTo(20, /^\P{Cc}+$/u),
  number: isNumber,
  letter: upTo(32, /^[A-Za-z]+$/),
  symbol: upTo(5, /^[\p{P}\p{S}]+$/u),
  character_string: upTo(32, /^[\x21-\x7e]+$/),
  time: span(isTime),
  date: span(isDate),
  amount: (value: string) => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: upTo(17, /^(?=.*\d)[\d\p{P}\p{S}]+$/u),
  car_number: upTo(8, /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]*[\p{Script=Han}A-Za-z0-9]$/u),
  name: isName,
  phrase: upTo(5, /^\p{Script=Han}+$/u),
};

const RULE_OF = new Map<string, (value: string) => boolean>(Object.entries(RULES));
const ENUM = 'enum';

/** The kind in a field's name: `thing` of `thing1`; null when WeChat has no such kind. */
export function kindOf(field: string): string | null {
  const kind = /^([a-z_]+)\d+$/.exec(field)?.[1];
  if (kind === undefined) return null;
  if (RULE_OF.has(kind)) return kind;
  return kind === ENUM || kind === 'enum_string' ? ENUM : null;
}

/** Whether a value may stand in a field. `choices` are the values of an enumeration; without them any is taken. */
export function fitsField(field: string, value: string, choices?: readonly string[]): boolean {
  const kind = kindOf(field);
  if (kind === null || value.trim() === '') return false;
  if (kind === ENUM) return choices?.includes(value) ?? true;
  return RULE_OF.get(kind)?.(value) ?? false;
}
