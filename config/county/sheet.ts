import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import * as v from 'valibot';
import { readCsv, writeCsv } from './csv';

/** A column as people see it, and how its text becomes a value and the other way round. */
export interface Column<Value> {
  heading: string;
  /** What stands in a cell. An empty cell is `''`. Its messages are read by whoever keeps the sheet. */
  schema: v.GenericSchema<string, Value>;
  toText(value: Value): string;
}
export type Columns<Row> = { [Key in keyof Row]: Column<Row[Key]> };

/** What is wrong with a sheet: where, and in words. The row is counted as the spreadsheet does. */
export interface Fault {
  file: string;
  row: number;
  heading: string;
  message: string;
}
export const sentence = ({ file, row, heading, message }: Fault) =>
  `${file} 第 ${row} 行${heading === '' ? '' : `“${heading}”`}：${message}`;

export interface Sheet<Row> {
  /** Each row with its number in the spreadsheet. */
  rows: { row: number; value: Row }[];
  faults: Fault[];
}

const bytesAtMost = 5 * 1024 * 1024;

/** `{name}.xlsx` or `{name}.csv` of a folder; undefined when there is neither. */
export function sheetFile(folder: string, name: string): string | undefined {
  return ['xlsx', 'csv'].map((kind) => path.join(folder, `${name}.${kind}`)).find(existsSync);
}

/** Reads a spreadsheet; every row that is right, and everything that is wrong with the others. */
export async function readTable<Row extends object>(
  file: string,
  columns: Columns<Row>,
): Promise<Sheet<Row>> {
  const bytes = readFileSync(file);
  const name = path.basename(file);
  const fault = (row: number, heading: string, message: string): Fault => ({
    ...{ file: name, row, heading, message },
  });
  if (bytes.length > bytesAtMost)
    return { rows: [], faults: [fault(1, '', '文件太大，超过 5 MB')] };
  let table: string[][];
  try {
    table = name.endsWith('.csv') ? readCsv(bytes) : await readXlsx(bytes);
  } catch {
    return { rows: [], faults: [fault(1, '', '打不开，请另存为 xlsx 或 csv 再试')] };
  }
  const [head = [], ...lines] = table;
  const keys = Object.keys(columns) as (keyof Row)[];
  const headings = head.map((cell) => cell.trim());
  const faults = keys
    .filter((key) => !headings.includes(columns[key].heading))
    .map((key) => fault(1, columns[key].heading, '缺少这一列'));
  const known = keys.map((key) => columns[key].heading);
  for (const heading of headings) {
    if (heading !== '' && !known.includes(heading)) faults.push(fault(1, heading, '不认识这一列'));
  }
  if (faults.length > 0) return { rows: [], faults };
  const rows: Sheet<Row>['rows'] = [];
  for (const [at, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue;
    const row = at + 2;
    const value: Partial<Row> = {};
    let right = true;
    for (const key of keys) {
      const { heading, schema } = columns[key];
      const text = unguarded((line[headings.indexOf(heading)] ?? '').trim());
      const read = v.safeParse(schema, text);
      if (read.success) value[key] = read.output;
      else {
        right = false;
        faults.push(fault(row, heading, read.issues[0].message));
      }
    }
    // Every key was read.
    if (right) rows.push({ row, value: value as Row });
  }
  return { rows, faults };
}

/** Writes rows as .xlsx or .csv, by the name of the file. */
export async function writeTable<Row extends object>(
  file: string,
  columns: Columns<Row>,
  rows: Row[],
): Promise<void> {
  const keys = Object.keys(columns) as (keyof Row)[];
  const table = [
    keys.map((key) => columns[key].heading),
    ...rows.map((row) => keys.map((key) => guarded(columns[key].toText(row[key])))),
  ];
  if (file.endsWith('.csv')) writeFileSync(file, writeCsv(table));
  else {
    const cells = table.map((row) => row.map((value) => ({ value, type: String })));
    writeFileSync(file, await writeXlsxFile(cells).toBuffer());
  }
}

/** A spreadsheet would carry out a text that begins like a formula. */
const guarded = (text: string) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);
const unguarded = (text: string) => text.replace(/^'(?=[=+\-@\t])/, '');

async function readXlsx(bytes: Buffer): Promise<string[][]> {
  const rows: unknown[][] = await readSheet(bytes);
  return rows.map((row) => row.map(textOf));
}

function textOf(cell: unknown): string {
  // A day is read as midnight in UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}
