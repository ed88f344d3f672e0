import type { AuditMonth } from '@contract/reports';
import { traces } from '@/wording/manage';

/** Kinds of counts that a month has, each with what its entries are called. */
export const groups = [
  ['done', traces.doneNames],
  ['consents', traces.consentNames],
  ['looks', traces.lookNames],
  ['removed', traces.removedNames],
] as const satisfies [keyof AuditMonth, Record<string, string>][];

/** What is counted, by name; a kind that this version does not know keeps its own. */
export function named(
  counts: Record<string, number>,
  names: Record<string, string>,
): [name: string, count: number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]): [string, number] => [names[key] ?? key, count])
    .sort(([, one], [, other]) => other - one);
}

/** A year as one: what was done is added up, people and children stand as in the last month. */
export function yearOf(months: readonly AuditMonth[]): AuditMonth | undefined {
  const last = months.at(-1);
  if (!last) return undefined;
  const sum = (group: (typeof groups)[number][0]) =>
    months.reduce<Record<string, number>>((total, month) => {
      for (const [key, count] of Object.entries(month[group]))
        total[key] = (total[key] ?? 0) + count;
      return total;
    }, {});
  return {
    ...last,
    ...{ done: sum('done'), consents: sum('consents') },
    ...{ looks: sum('looks'), removed: sum('removed') },
    erased: months.reduce((total, { erased }) => total + erased, 0),
  };
}

const byteOrderMark = '\uFEFF';
const cell = (value: string | number) =>
  typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;

/** As a spreadsheet opens it: a row for each kind, a column for each month. */
export function tableOf(months: readonly AuditMonth[]): string {
  const rows: (string | number)[][] = [
    [traces.title, '', ...months.map(({ month }) => month)],
    ['', traces.through(''), ...months.map(({ through }) => through)],
    [traces.people, '', ...months.map(({ people }) => people)],
    [traces.children, '', ...months.map(({ children }) => children)],
    ...groups.flatMap(([group, names]) =>
      [...new Set(months.flatMap((month) => Object.keys(month[group])))].map((key) => [
        traces[group],
        (names as Record<string, string>)[key] ?? key,
        ...months.map((month) => month[group][key] ?? 0),
      ]),
    ),
    [traces.erased, '', ...months.map(({ erased }) => erased)],
  ];
  return byteOrderMark + rows.map((row) => row.map(cell).join(',')).join('\r\n');
}
