import type {
  schools as schoolCollection,
  DocumentOf,
} from '../../cloudfunctions/platform/collections';
import { demoLandLine } from './phones';
import { countyCode, townships, type TownshipKey } from './townships';

export type SchoolDocument = DocumentOf<typeof schoolCollection>;

interface SchoolEntry {
  name: string;
  township: TownshipKey;
  /** Ages that go there: families are checked against it. */
  ages: readonly [number, number];
}

const entries = {
  'school-qingshi-primary': { name: '青石镇第一小学', township: 'qingshi', ages: [6, 12] },
  'school-county-middle': { name: '云岭县第一中学', township: 'qingshi', ages: [12, 18] },
  'school-liuxi-primary': { name: '柳溪镇中心小学', township: 'liuxi', ages: [6, 12] },
  'school-liuxi-middle': { name: '柳溪中学', township: 'liuxi', ages: [12, 16] },
  'school-fenglin-primary': { name: '枫林乡中心小学', township: 'fenglin', ages: [6, 12] },
  'school-shiqiao-primary': { name: '石桥乡小学', township: 'shiqiao', ages: [6, 12] },
  'school-yunwu-primary': { name: '云雾乡寄宿小学', township: 'yunwu', ages: [6, 12] },
  'school-bailu': { name: '白鹿乡九年制学校', township: 'bailu', ages: [6, 16] },
} as const satisfies Record<string, SchoolEntry>;
export type SchoolId = keyof typeof entries;

export const schoolAges: Record<SchoolId, SchoolEntry> = entries;

/** The county's eight schools. */
export const schoolDocuments: SchoolDocument[] = Object.entries<SchoolEntry>(entries).map(
  ([id, { name, township }], index) => ({
    _id: id,
    county: countyCode,
    township: townships[township].code,
    name,
    phone: demoLandLine(301 + index),
  }),
);
