import { partsOf } from './dates';

/**
 * Values of a subscription message, each cut to what WeChat takes for its kind of field
 * (订阅消息参数值内容限制说明; reference/wechat-cloud.md). Cut by whole characters as a person sees them:
 * an emoji of several signs, a rare character of two halves or a letter with its accent stays whole
 * or goes. Counted in UTF-16 units, the strictest way there is, since WeChat does not say how it counts.
 */
export const fieldLimits = {
  thing: 20,
  name: 10,
  phrase: 5,
  character_string: 32,
  number: 32,
  phone_number: 17,
} as const;

export type FieldKind = keyof typeof fieldLimits | 'time' | 'date';
export const fieldKinds: readonly FieldKind[] = [
  'thing',
  'name',
  'phrase',
  'character_string',
  'number',
  'phone_number',
  'time',
  'date',
];

/** The kind in a keyword's name: `thing` of `thing4`; undefined where it is none of ours. */
export function fieldKindOf(keyword: string): FieldKind | undefined {
  const word = /^([a-z_]+)\d{1,2}$/.exec(keyword)?.[1];
  return fieldKinds.find((kind) => kind === word);
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** As many whole characters as fit, with a sign that something was left out. */
function cut(text: string, most: number, sign: string): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of characters.segment(text)) {
    if (kept.length + segment.length > most - sign.length) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${sign}`;
}

/** Without control characters, invisible direction signs and halves of characters; one blank between words. */
const clean = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const or = (text: string, otherwise: string) => (text === '' ? otherwise : text);

/** `thing`: any text, 20 characters. */
export const thing = (text: string, otherwise = '请打开看看') =>
  cut(or(clean(text), otherwise), fieldLimits.thing, '…');

/** `name`: 10 characters, no digits. */
export const name = (text: string, otherwise = '心桥') =>
  cut(or(clean(text.replace(/[^\p{L}\p{M}\p{P}\p{S} ]/gu, '')), otherwise), fieldLimits.name, '');

/** `phrase`: five Chinese characters and nothing else. */
export const phrase = (text: string, otherwise = '有新消息') =>
  cut(or(clean(text).replace(/[^\p{Script=Han}]/gu, ''), otherwise), fieldLimits.phrase, '');

/** `character_string`: 32 letters, digits and signs of ASCII, no blanks. */
export const characterString = (text: string, otherwise = '-') =>
  cut(or(text.replace(/[^\x21-\x7e]/g, ''), otherwise), fieldLimits.character_string, '');

/** `number`: a whole number of at most 32 digits. */
export const number = (value: number) =>
  Number.isFinite(value) && value > 0
    ? BigInt(Math.min(Math.round(value), 1e21))
        .toString()
        .slice(0, fieldLimits.number)
    : '0';

/** `phone_number`: digits and what stands between them, 17 of them. */
export function phoneNumber(text: string, otherwise = '12356'): string {
  const digits = text.replace(/[^\d+*#-]/g, '');
  return cut(/^\D{0,16}\d/.test(digits) ? digits : otherwise, fieldLimits.phone_number, '');
}

const two = (value: number) => String(value).padStart(2, '0');

/** `date`: `2026年11月1日`. */
export function date(moment: number): string {
  const { year, month, date: day } = partsOf(moment);
  return `${year}年${month}月${day}日`;
}

/** `time`: `2026年11月1日 15:01`. */
export function time(moment: number): string {
  const { hour, minute } = partsOf(moment);
  return `${date(moment)} ${two(hour)}:${two(minute)}`;
}

/** What a push must not show on a locked screen that others see as well (domain/rules.md). */
const tooPlain =
  /心理|精神|咨询|抑郁|焦虑|自杀|自伤|自残|轻生|虐待|家暴|侵害|性|留守|诊|病|霸凌|欺凌/u;

/** The text itself, or `otherwise` where it would tell a bystander what it is about. */
export const discreet = (text: string, otherwise: string) =>
  tooPlain.test(text) ? otherwise : text;
