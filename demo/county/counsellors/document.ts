import { limits } from '../../../cloudfunctions/contract/limits';
import { reserveOf } from '../../../cloudfunctions/areas/booking/county-copies';
import type { CounsellorDocument } from '../../../cloudfunctions/platform/collections';
import { defaultPriority } from '../../../cloudfunctions/rules/priority';
import { serviceEntries } from '../services';
import { countyCode } from '../townships';
import type { Workplace } from './week';

type Kept = Pick<CounsellorDocument, '_id' | 'name' | 'gender' | 'languages' | 'skills'>;

/** What one writes down of a counsellor; the rest of the document follows from it. */
export interface CounsellorEntry extends Kept {
  sessionMinutes: number;
  bufferMinutes: number;
  places: Workplace[];
}

const mostADay = 12;

export function counsellor(entry: CounsellorEntry): CounsellorDocument {
  const { sessionMinutes, bufferMinutes, places, ...about } = entry;
  return {
    ...about,
    county: countyCode,
    hours: {
      places: places.map((place) => ({ sessionMinutes, bufferMinutes, ...place })),
      exceptions: [],
      noticeMinutes: limits.minimumNoticeMinutes,
      horizonDays: limits.horizonDays,
      mostADay,
    },
    rev: 1,
    unsettled: null,
    services: serviceEntries
      .filter(({ ways }) => ways.includes('book'))
      .map(({ id, name, cost, bring, travel }) => ({ id, name, cost, bring, travel }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    holidays: [],
    reserve: reserveOf(defaultPriority),
  };
}
