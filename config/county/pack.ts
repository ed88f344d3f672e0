import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import {
  CountyCodeSchema,
  DaySchema,
  TownshipCodeSchema,
} from '../../cloudfunctions/contract/shapes';
import { limits } from '../../cloudfunctions/contract/limits';
import { PrioritySettingsSchema } from '../../cloudfunctions/contract/waitlist';
import { readTable, sheetFile, type Columns, type Fault, type Sheet } from './sheet';
import {
  counsellorColumns,
  hotlineColumns,
  postColumns,
  schoolColumns,
  serviceColumns,
  type CounsellorRow,
  type HotlineRow,
  type PostRow,
  type SchoolRow,
  type ServiceRow,
} from './sheets';

/** `county.json` of a pack. */
const CountySchema = v.strictObject({
  format: v.literal(1, '这个程序只认识 format 1'),
  code: CountyCodeSchema,
  name: v.pipe(v.string(), v.minLength(2), v.maxLength(20)),
  /** Made up, to look around in: every page says so. Leave it out for a county in life. */
  demonstration: v.optional(v.boolean(), false),
  townships: v.pipe(
    v.array(v.strictObject({ code: TownshipCodeSchema, name: v.pipe(v.string(), v.minLength(2)) })),
    v.minLength(1),
  ),
  /** The numbers of the rule of priority; what is left out is as everywhere (rules/priority). */
  priority: v.optional(PrioritySettingsSchema),
  holidays: v.optional(
    v.array(
      v.strictObject({
        day: DaySchema,
        name: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.holidayNameCharacters)),
      }),
    ),
    [],
  ),
});
export type County = v.InferOutput<typeof CountySchema>;

/** File of `src/wording` → path of a text in it → the text of this county. */
const WordingSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
  v.record(v.pipe(v.string(), v.regex(/^\w+(\.\w+)+$/)), v.pipe(v.string(), v.minLength(1))),
);
export type Wording = v.InferOutput<typeof WordingSchema>;

/** A recorded block: `audio/{guide}.{version}.{mandarin|dialect}.{block}.mp3`. */
export interface Audio {
  file: string;
  guideId: string;
  version: number;
  language: 'mandarin' | 'dialect';
  block: number;
}

export interface Pack {
  county: County;
  services: Sheet<ServiceRow>['rows'];
  hotlines: Sheet<HotlineRow>['rows'];
  schools: Sheet<SchoolRow>['rows'];
  counsellors: Sheet<CounsellorRow>['rows'];
  posts: Sheet<PostRow>['rows'];
  wording: Wording;
  audio: Audio[];
}

/** Reads a pack. With a fault in it, it is not to be imported. */
export async function readPack(
  folder: string,
): Promise<{ pack: Pack | undefined; faults: Fault[] }> {
  const faults: Fault[] = [];
  const county = readJson(folder, 'county.json', CountySchema, faults);
  const wording = existsSync(path.join(folder, 'wording.json'))
    ? readJson(folder, 'wording.json', WordingSchema, faults)
    : {};
  async function table<Row extends object>(name: string, columns: Columns<Row>, needed: boolean) {
    const file = sheetFile(folder, name);
    if (file === undefined) {
      if (needed) faults.push({ file: name, row: 1, heading: '', message: '缺少这张表' });
      return [];
    }
    const sheet = await readTable(file, columns);
    faults.push(...sheet.faults);
    return sheet.rows;
  }
  const services = await table('services', serviceColumns, true);
  const hotlines = await table('hotlines', hotlineColumns, false);
  const schools = await table('schools', schoolColumns, true);
  const counsellors = await table('counsellors', counsellorColumns, false);
  const posts = await table('posts', postColumns, false);
  const audio = readAudio(folder, faults);
  if (!county || !wording) return { pack: undefined, faults };
  const pack = { county, services, hotlines, schools, counsellors, posts, wording, audio };
  faults.push(...(await import('./check')).faultsOf(pack));
  return { pack, faults };
}

function readJson<Schema extends v.GenericSchema>(
  folder: string,
  file: string,
  schema: Schema,
  faults: Fault[],
): v.InferOutput<Schema> | undefined {
  const place = path.join(folder, file);
  if (!existsSync(place)) {
    faults.push({ file, row: 1, heading: '', message: '缺少这个文件' });
    return undefined;
  }
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), readFileSync(place, 'utf8'));
  if (read.success) return read.output;
  for (const issue of read.issues) {
    faults.push({ file, row: 1, heading: v.getDotPath(issue) ?? '', message: issue.message });
  }
  return undefined;
}

const audioName = /^([\w-]{1,80})\.(\d+)\.(mandarin|dialect)\.([0-4])\.mp3$/;

function readAudio(folder: string, faults: Fault[]): Audio[] {
  const audio = path.join(folder, 'audio');
  if (!existsSync(audio)) return [];
  return readdirSync(audio)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name): Audio[] => {
      const [, guideId = '', version = '', language, block = ''] = audioName.exec(name) ?? [];
      const file = path.join(audio, name);
      const fault = (message: string) => {
        faults.push({ file: `audio/${name}`, row: 1, heading: '', message });
        return [];
      };
      if (language !== 'mandarin' && language !== 'dialect') {
        return fault('名字要写成：短文编号.版本.dialect.第几块.mp3');
      }
      const { size } = statSync(file);
      if (size > limits.guideSoundBytes) return fault('超过 480 KB');
      if (size < limits.guideSoundLeastBytes) return fault('是空的');
      return [{ file, guideId, version: Number(version), language, block: Number(block) }];
    });
}
