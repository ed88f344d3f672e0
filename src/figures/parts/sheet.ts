import type { Overview } from '@contract/overview';
import { measures, townshipMeasures } from '@rules/figures';
import { figures, measureNames, periodText, sumText } from '@/wording/figures';
import { tensText } from '@/wording/tens';

/** Excel takes a file for UTF-8 when it begins with this. */
const mark = '\uFEFF';

/** No cell is read as a formula, and none ends early. */
const cell = (text: string | number) => {
  const plain = String(text);
  return `"${(/^[=+\-@]/.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
};

/** The page as a table: what is not shown on it is not in it either. */
export function sheetOf({ period, counts, months, quarter, answerHours }: Overview): string {
  if (period === undefined) return '';
  const rows: (string | number)[][] = [
    [periodText(period)],
    [figures.hint],
    [],
    ['', ...months.map(({ month }) => periodText(month)), figures.total],
  ];
  for (const name of measures) {
    rows.push([
      measureNames[name].name,
      ...months.map((month) => tensText(month.counts[name], '')),
      months.length === 1 ? tensText(counts[name], '') : sumText(counts[name], ''),
    ]);
  }
  if (answerHours !== undefined) rows.push([figures.answerHours(answerHours)]);
  if (quarter) {
    rows.push([], ['', ...townshipMeasures.map((name) => measureNames[name].name)]);
    for (const township of quarter.townships) {
      rows.push([
        township.name,
        ...townshipMeasures.map((name) => tensText(township.counts[name], '')),
      ]);
    }
    for (const { name, done } of quarter.sessions ?? []) {
      rows.push([figures.sessions, name, figures.sessionText(done)]);
    }
  }
  return mark + rows.map((row) => row.map(cell).join(',')).join('\r\n');
}
