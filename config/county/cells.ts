import * as v from 'valibot';
import { TravelSchema, type Travel } from '../../cloudfunctions/contract/shapes';
import { dayOf, startOfDay } from '../../cloudfunctions/rules/dates';
import type { Column } from './sheet';

/** Kinds of cells. What is said when one is wrong is read by whoever keeps the spreadsheet. */

const separator = /[、,，;；]\s*/;
const identity = (text: string) => text;

const filled = v.pipe(v.string(), v.minLength(1, '不能空着'));

/** A text that must be there, so many characters at most. */
export const text = (heading: string, most = 200): Column<string> => ({
  heading,
  schema: v.pipe(filled, v.maxLength(most, `最多 ${most} 个字`)),
  toText: identity,
});

export const optional = (heading: string, most = 200): Column<string | undefined> => ({
  heading,
  schema: v.pipe(
    v.string(),
    v.maxLength(most, `最多 ${most} 个字`),
    v.transform((value) => (value === '' ? undefined : value)),
  ),
  toText: (value) => value ?? '',
});

export const id = (heading: string): Column<string> => ({
  heading,
  schema: v.pipe(filled, v.regex(/^[\w-]{1,80}$/, '编号只能用字母、数字、- 和 _')),
  toText: identity,
});

export const optionalId = (heading: string): Column<string | undefined> => ({
  heading,
  schema: v.pipe(
    v.string(),
    v.regex(/^[\w-]{0,80}$/, '编号只能用字母、数字、- 和 _'),
    v.transform((value) => (value === '' ? undefined : value)),
  ),
  toText: (value) => value ?? '',
});

/** A telephone number as it is shown: digits and hyphens. */
const NumberSchema = v.regex(
  /^(\d{3,5}|1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4})$/,
  '电话号码不对',
);
export const phone = (heading: string): Column<string> => ({
  heading,
  schema: v.pipe(filled, NumberSchema),
  toText: identity,
});
export const optionalPhone = (heading: string): Column<string | undefined> => ({
  heading,
  schema: v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      v.pipe(v.string(), NumberSchema),
    ],
    '电话号码不对',
  ),
  toText: (value) => value ?? '',
});

export const number = (heading: string, least: number, most: number): Column<number> => ({
  heading,
  schema: v.pipe(
    filled,
    v.regex(/^-?\d+(\.\d+)?$/, '要写数字'),
    v.transform(Number),
    v.minValue(least, `不能小于 ${least}`),
    v.maxValue(most, `不能大于 ${most}`),
  ),
  toText: String,
});

export const yesNo = (heading: string): Column<boolean> => ({
  heading,
  schema: v.pipe(
    v.picklist(['是', '否'], '只能写“是”或“否”'),
    v.transform((value) => value === '是'),
  ),
  toText: (value) => (value ? '是' : '否'),
});

/** A day on which somebody has telephoned and asked. */
export const day = (heading: string): Column<number> => ({
  heading,
  schema: v.pipe(
    filled,
    v.transform((value) => value.replaceAll('/', '-')),
    v.isoDate('日期要写成 2026-11-20'),
    v.transform((value) => startOfDay(value)),
  ),
  toText: dayOf,
});

export const list = (heading: string): Column<string[]> => ({
  heading,
  schema: v.pipe(
    v.string(),
    v.transform((value) => value.split(separator).filter(Boolean)),
  ),
  toText: (value) => value.join('、'),
});

/** One of some values, each with the word that stands in the sheet. */
export function oneOf<Value extends string>(
  heading: string,
  words: Record<Value, string>,
): Column<Value> {
  const entries = Object.entries(words) as [Value, string][];
  const all = entries.map(([, word]) => word).join('、');
  return {
    heading,
    schema: v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const found = entries.find(([, word]) => word === dataset.value);
        if (found) return found[0];
        addIssue({ message: `只能写：${all}` });
        return NEVER;
      }),
    ),
    toText: (value) => words[value],
  };
}

/** Some of them, one at least unless `least` is 0. */
export function someOf<Value extends string>(
  heading: string,
  words: Record<Value, string>,
  least = 1,
): Column<Value[]> {
  const one = oneOf(heading, words);
  const all = Object.values(words).join('、');
  return {
    heading,
    schema: v.pipe(
      v.string(),
      v.transform((value) => value.split(separator).filter(Boolean)),
      v.array(one.schema, `只能写：${all}`),
      v.minLength(least, `至少写一个：${all}`),
    ),
    toText: (values) => values.map((value) => words[value]).join('、'),
  };
}

const ways: Record<Travel['by'], string> = { walk: '走路', bus: '坐车', none: '不用去' };
const way = /^(.+?)\s*(走路|坐车|不用去)\s*(\d*)\s*(?:分钟?)?$/;

/** From each township: `青禾镇走路 10；上禾乡坐车 40`. Townships by name, as people write them. */
export const travel = (heading: string): Column<Record<string, Travel>> => ({
  heading,
  schema: v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read: Record<string, Travel> = {};
      for (const part of dataset.value.split(/[；;、]\s*/).filter(Boolean)) {
        const [, township = '', word = '', minutes = ''] = way.exec(part) ?? [];
        const by = (Object.keys(ways) as Travel['by'][]).find((key) => ways[key] === word);
        const one = v.safeParse(TravelSchema, { by, minutes: Number(minutes || 0) });
        if (township === '' || !one.success) {
          addIssue({ message: `“${part}”看不懂，请写成：青禾镇走路 10；上禾乡坐车 40` });
          return NEVER;
        }
        read[township.trim()] = one.output;
      }
      return read;
    }),
  ),
  toText: (value) =>
    Object.entries(value)
      .map(([township, { by, minutes }]) => `${township}${ways[by]} ${minutes}`)
      .join('；'),
});
