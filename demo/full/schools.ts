import { demoLandLine } from '../county/phones';
import type { SchoolDocument } from '../county/schools';
import { countyCode, townships } from '../county/townships';
import { villages } from './villages';

/** So many village schools that there are `total` with the county's own. */
export function villageSchools(total: number, there: number): SchoolDocument[] {
  return villages.slice(0, total - there).map(({ name, township }, index) => ({
    _id: `school-village-${String(index + 1).padStart(3, '0')}`,
    county: countyCode,
    township: townships[township].code,
    name: `${name}小学`,
    phone: demoLandLine(501 + index),
  }));
}
