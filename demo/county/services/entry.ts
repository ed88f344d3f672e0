import type { AccessWay, ServiceKind } from '../../../cloudfunctions/contract/enums';
import type { Travel } from '../../../cloudfunctions/contract/shapes';
import type { ServiceDocument } from '../../../cloudfunctions/platform/collections';
import { demoLandLine } from '../phones';
import { countyCode, countyName, townships, type TownshipKey } from '../townships';

/** One service as it is written down here; the rest of its document follows from it. */
export interface ServiceEntry {
  /** The directory lists by id, so the number in it is the place in the list. */
  id: string;
  township: TownshipKey;
  name: string;
  kinds: ServiceKind[];
  ways: AccessWay[];
  /** Last digits of its fictional land line. */
  line: number;
  hours: string;
  cost: string;
  /** What follows the township's name. */
  address: string;
  /** Degrees north and east of the middle of the township. */
  offset: [north: number, east: number];
  whatHappens: string;
  bring: string;
  directions: string;
  languages: string[];
  referredBy?: string;
  travel: Record<string, Travel>;
}

/** How people speak there. `本地话` is understood by every family of the county. */
export const mandarin = '普通话';
export const local = '本地话';
export const miao = '苗话';

export function serviceDocument(entry: ServiceEntry, verifiedAt: number): ServiceDocument {
  const { id, township, line, offset, address, referredBy, ...texts } = entry;
  const { code, name, latitude, longitude } = townships[township];
  return {
    ...texts,
    ...(referredBy === undefined ? {} : { referredBy }),
    _id: id,
    county: countyCode,
    township: code,
    townshipName: name,
    phone: demoLandLine(line),
    address: `${countyName}${name}${address}`,
    latitude: latitude + offset[0],
    longitude: longitude + offset[1],
    demonstration: true,
    verifiedAt,
  };
}
