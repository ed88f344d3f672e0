import { nationalLines } from '../../cloudfunctions/contract/national-lines';
import type { Hotline } from '../../cloudfunctions/contract/directory';
import { wholeCountry } from '../../cloudfunctions/rules/guide-regions';
import type { DocumentOf, hotlines } from '../../cloudfunctions/platform/collections';
import { demoLandLine } from './phones';
import { countyCode } from './townships';

export type HotlineDocument = DocumentOf<typeof hotlines>;

/** Nobody answers these, so their names say it: somebody in need must not lose time with them. */
const countyLines: Omit<Hotline, 'verifiedAt'>[] = [
  {
    id: 'demo-county-aid',
    number: demoLandLine(101),
    name: '云岭县儿童关爱电话（演示，打不通）',
    purpose: '孩子的事不知道找谁，先问问这里',
    hours: '每天 8:00–20:00',
    urgent: false,
    order: 7,
  },
  {
    id: 'demo-county-night',
    number: demoLandLine(102),
    name: '云岭县夜间值班电话（演示，打不通）',
    purpose: '晚上孩子哭闹、不肯睡，想有人帮着出主意',
    hours: '每天 20:00 到第二天 8:00',
    urgent: false,
    order: 8,
  },
];

function documentOf(region: string) {
  return ({ id, ...line }: Hotline): HotlineDocument => ({ _id: id, region, ...line });
}

/** National lines as they are in life, and the county's own. */
export function hotlineDocuments(verifiedAt: number): HotlineDocument[] {
  return [
    ...nationalLines.map(documentOf(wholeCountry)),
    ...countyLines.map((line) => ({ ...line, verifiedAt })).map(documentOf(countyCode)),
  ];
}
