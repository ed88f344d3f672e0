import type { arrivalTallies, DocumentOf } from '../cloudfunctions/platform/collections';
import { countyPlace } from '../cloudfunctions/rules/campaign';
import { addMonths, dayOf } from '../cloudfunctions/rules/dates';
import { countyCode, townships } from './county/townships';

/** People who came by a code in the last two months that are over: most by leaflets, a few by television. */
export function arrivalDocuments(now: number): DocumentOf<typeof arrivalTallies>[] {
  const counts = {
    [`${townships.liuxi.code}_leaflet`]: 46,
    [`${townships.liuxi.code}_poster`]: 18,
    [`${townships.liuxi.code}_loudspeaker`]: 7,
    [`${countyPlace(countyCode)}_television`]: 12,
  };
  return [-1, -2].map((ago) => {
    const month = addMonths(dayOf(now), ago).slice(0, 7);
    const county = countyCode;
    return { _id: `${county}_${month}_0`, county, month, counts };
  });
}
