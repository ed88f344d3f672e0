import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { readCsv, writeCsv } from '../../config/county/csv';
import { codesTable } from '../../config/county/hand-over';
import { readPack } from '../../config/county/pack';
import { readTable, sentence, writeTable } from '../../config/county/sheet';
import { schoolColumns, serviceColumns, type SchoolRow } from '../../config/county/sheets';

const root = path.resolve(__dirname, '..', '..');
const hegu = path.join(root, 'packs', 'hegu');

describe('the spreadsheets of a county', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-sheets-'));
    cpSync(hegu, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const faults = async () => (await readPack(folder)).faults.map(sentence);
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(at(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(at(file), text.replace(from, to));
  };

  test.each([
    ['services.csv', '0980-0001001', '12', 'services.csv 第 2 行“电话”：电话号码不对'],
    [
      'services.csv',
      '筛查、谈心、治疗',
      '看病',
      'services.csv 第 3 行“做什么”：只能写：筛查、谈心、治疗、走进村里',
    ],
    ['services.csv', '38.951', '三十八', 'services.csv 第 4 行“纬度”：要写数字'],
    ['services.csv', '82.352', '8.2', 'services.csv 第 4 行“经度”：不能小于 73'],
    [
      'services.csv',
      '2026-11-10',
      '11月10日',
      'services.csv 第 2 行“核实日期”：日期要写成 2026-11-20',
    ],
    [
      'services.csv',
      '谷口镇走路 10；',
      '谷口镇10分；',
      'services.csv 第 2 行“路程”：“谷口镇10分”看不懂，请写成：青禾镇走路 10；上禾乡坐车 40',
    ],
    ['services.csv', '谷口镇走路 10', '谷底镇走路 10', 'services 第 2 行“路程”：没有乡镇“谷底镇”'],
    ['services.csv', '0980-0001003', '', 'services 第 4 行“电话”：写了可以打电话，就要有电话'],
    [
      'services.csv',
      '镇卫生院或者学校开一张介绍信',
      '',
      'services 第 3 行“谁介绍”：写了要别人介绍，就要写谁介绍',
    ],
    [
      'services.csv',
      'hegu-02-hospital',
      'hegu-01-gukou-room',
      'services 第 3 行“编号”：“hegu-01-gukou-room”前面已经有了',
    ],
    ['services.csv', '收费', '多少钱', 'services.csv 第 1 行“收费”：缺少这一列'],
    ['services.csv', '收费', '多少钱', 'services.csv 第 1 行“多少钱”：不认识这一列'],
    [
      'schools.csv',
      '上禾乡小学,上禾乡',
      '上禾乡小学,下禾乡',
      'schools 第 3 行“乡镇”：没有乡镇“下禾乡”',
    ],
    ['schools.csv', '谷口镇中心小学', '', 'schools.csv 第 2 行“名称”：不能空着'],
    ['hotlines.csv', ',否,', ',不,', 'hotlines.csv 第 2 行“紧急”：只能写“是”或“否”'],
    [
      'counsellors.csv',
      'hegu-04-phone',
      'hegu-05',
      'counsellors 第 2 行“在哪里（服务编号）”：没有服务“hegu-05”',
    ],
    ['posts.csv', '竹坪乡', '', 'posts 第 6 行“乡镇”：儿童主任要写乡镇'],
    [
      'posts.csv',
      'hegu-gukou-primary',
      'hegu-none',
      'posts 第 3 行“学校编号”：没有学校“hegu-none”',
    ],
    [
      'county.json',
      '990301003',
      '990302003',
      'county.json 第 1 行“townships”：990302003 不在 990301 里',
    ],
    [
      'county.json',
      '"reservedShare": 0.5',
      '"reservedShare": 5',
      'county.json 第 1 行“priority.reservedShare”：Invalid value: Expected <=1 but received 5',
    ],
  ])('%s with %s as %s: %#', async (file, from, to, said) => {
    expect(await faults()).toEqual([]);
    change(file, from, to);
    expect(await faults()).toContain(said);
  });

  test('several faults of one row and of several are all told, and the right rows are read', async () => {
    change('schools.csv', 'hegu-gukou-primary,谷口镇中心小学', 'hegu gukou,');
    change('schools.csv', '0980-0002002', 'abc');
    const { rows, faults } = await readTable<SchoolRow>(at('schools.csv'), schoolColumns);
    expect(faults.map(({ row, heading }) => [row, heading])).toEqual([
      [2, '编号'],
      [2, '名称'],
      [3, '电话'],
    ]);
    expect(rows.map(({ row }) => row)).toEqual([4]);
  });

  test('as WPS saves it (GB 18030), and as Excel does, with numbers and days as cells', async () => {
    const text = readFileSync(at('schools.csv'), 'utf8').replace('\uFEFF', '');
    // 谷口镇 and the rest in GB 18030, made by what reads it: every letter is looked up.
    writeFileSync(at('schools.csv'), inGb18030(text));
    expect((await readTable<SchoolRow>(at('schools.csv'), schoolColumns)).rows[0]?.value).toEqual({
      ...{ id: 'hegu-gukou-primary', name: '谷口镇中心小学', township: '谷口镇' },
      phone: '0980-0002001',
    });
    const { rows } = await readTable(at('services.csv'), serviceColumns);
    const keys = Object.keys(serviceColumns) as (keyof typeof serviceColumns)[];
    const cells = rows.map(({ value }) =>
      keys.map((key) => {
        if (key === 'verifiedAt')
          return { value: new Date('2026-11-10T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' };
        if (key === 'latitude') return { value: value.latitude, type: Number };
        const column = serviceColumns[key] as { toText(cell: unknown): string };
        return { value: column.toText(value[key]), type: String };
      }),
    );
    const head = keys.map((key) => ({ value: serviceColumns[key].heading, type: String }));
    rmSync(at('services.csv'));
    writeFileSync(at('services.xlsx'), await writeXlsxFile([head, ...cells]).toBuffer());
    const again = await readTable(at('services.xlsx'), serviceColumns);
    expect(again.faults).toEqual([]);
    expect(again.rows[0]?.value).toEqual(rows[0]?.value);
    expect(await faults()).toEqual([]);
  });

  test('what is no spreadsheet is told, and does not end the program', async () => {
    rmSync(at('schools.csv'));
    expect(await faults()).toContain('schools 第 1 行：缺少这张表');
    writeFileSync(at('schools.xlsx'), 'this is no workbook');
    expect(await faults()).toContain('schools.xlsx 第 1 行：打不开，请另存为 xlsx 或 csv 再试');
  });

  test.each(['csv', 'xlsx'])(
    'a text that a spreadsheet would carry out is written as text: %s',
    async (kind) => {
      const rows = [{ id: 'a', name: '=HYPERLINK("x")', township: '@镇', phone: undefined }];
      await writeTable(at(`out.${kind}`), schoolColumns, rows);
      const { rows: read } = await readTable<SchoolRow>(at(`out.${kind}`), schoolColumns);
      expect(read.map(({ value }) => value)).toEqual(rows);
      if (kind === 'csv') expect(readFileSync(at('out.csv'), 'utf8')).toContain("'=HYPERLINK");
    },
  );

  test('the codes that are handed over are a table that WPS opens, whatever a name holds', () => {
    const post = {
      ...{ role: 'teacher' as const, name: '王, "小"', classes: [], schoolId: 'school' },
      ...{ township: undefined, counsellorId: undefined },
    };
    const bytes = codesTable([{ post, code: 'code-one', expiresAt: 0 }]);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readCsv(bytes)[1]).toEqual(['teacher', '王, "小"', 'code-one', '1970-01-01']);
  });

  test('any table of texts is read as it was written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', '').replace('\uFEFF', ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (table) => {
          expect(readCsv(writeCsv(table))).toEqual(table);
        },
      ),
    );
  });
});

describe('texts of a county', () => {
  type Loader = (
    this: { resourcePath: string; getOptions(): { wording: object } },
    source: string,
  ) => string;
  const loader = jest.requireActual<Loader>('../../config/wording-loader.js');
  const built = (file: string, wording: object): Record<string, Record<string, unknown>> => {
    const resourcePath = path.join(root, 'src', 'wording', `${file}.ts`);
    const source = readFileSync(resourcePath, 'utf8');
    const text = loader.call({ resourcePath, getOptions: () => ({ wording }) }, source);
    const { code } = transformSync(text, { loader: 'ts', format: 'cjs' });
    const module = { exports: {} };
    runInNewContext(code, { module, exports: module.exports, require: () => ({}) });
    return module.exports;
  };

  test('take the place of the program’s own, and no others change', () => {
    const { wording } = { wording: { help: { 'help.phonesHint': '没有网\n也能“打”' } } };
    const before = built('help', {}).help;
    const after = built('help', wording).help;
    expect(before?.phonesHint).not.toBe('没有网\n也能“打”');
    const plain = (texts: object | undefined) => JSON.parse(JSON.stringify(texts)) as object;
    expect(plain(after)).toEqual({ ...plain(before), phonesHint: '没有网\n也能“打”' });
  });
});

/** Two bytes for each letter beyond ASCII: found by reading all of them. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low]);
      const letter = decoder.decode(bytes);
      if (letter.length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
    }
  }
  return Buffer.concat(
    Array.from(text, (letter) =>
      letter.charCodeAt(0) < 128 ? Buffer.from(letter) : (bytesOf.get(letter) ?? Buffer.from('?')),
    ),
  );
}
