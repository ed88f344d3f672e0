import type {
  CounsellorDocument,
  DocumentOf,
  hotlines,
  regions,
  schools,
  ServiceDocument,
  SettingsDocument,
} from '../../cloudfunctions/platform/collections';
import { limits } from '../../cloudfunctions/contract/limits';
import { nationalLines } from '../../cloudfunctions/contract/national-lines';
import { defaultPriority } from '../../cloudfunctions/rules/priority';
import type { Pack } from './pack';
import type { CounsellorRow, ServiceRow } from './sheets';

/** What a pack says, as the database keeps it. */
export interface PackDocuments {
  regions: DocumentOf<typeof regions>[];
  schools: DocumentOf<typeof schools>[];
  services: ServiceDocument[];
  hotlines: DocumentOf<typeof hotlines>[];
  counsellors: CounsellorDocument[];
  settings: SettingsDocument[];
}

/** The same pack and moment give the same documents. */
export function documentsOf(pack: Pack, now: number): PackDocuments {
  const { county, schools, hotlines } = pack;
  const codes = new Map(county.townships.map(({ code, name }) => [name, code]));
  // Checked before: every name is one of a township of the pack.
  const codeOf = (name: string) => codes.get(name) ?? '';
  const services = pack.services.map(({ value }) => serviceOf(value, pack, codeOf));
  return {
    regions: county.townships.map(({ code, name }) => ({
      ...{ _id: code, name, countyName: county.name },
    })),
    schools: schools.map(({ value: { id, name, township, phone } }) => ({
      ...{ _id: id, county: county.code, township: codeOf(township), name },
      ...(phone === undefined ? {} : { phone }),
    })),
    services,
    // With those of the whole country: the list that a phone gets replaces the one it came with.
    hotlines: [
      ...nationalLines.map(({ id, ...line }) => ({ _id: id, region: '000000', ...line, rev: 0 })),
      ...hotlines.map(({ value: { id, ...line } }) => ({
        ...{ _id: id, region: county.code, ...line, rev: 0 },
      })),
    ],
    counsellors: pack.counsellors.map(({ value }) => counsellorOf(value, pack, services)),
    settings: [
      {
        _id: county.code,
        ...(county.priority ? { priority: county.priority } : {}),
        holidays: county.holidays,
        ...{ changedAt: now, changedBy: 'county-pack' },
      },
    ],
  };
}

function serviceOf(
  row: ServiceRow,
  { county }: Pack,
  codeOf: (name: string) => string,
): ServiceDocument {
  const { id, township, travel, phone, referredBy, ...rest } = row;
  return {
    ...rest,
    _id: id,
    county: county.code,
    township: codeOf(township),
    townshipName: township,
    ...(phone === undefined ? {} : { phone }),
    ...(referredBy === undefined ? {} : { referredBy }),
    travel: Object.fromEntries(Object.entries(travel).map(([name, one]) => [codeOf(name), one])),
    demonstration: county.demonstration,
    rev: 0,
  };
}

/** Without hours: those are the counsellor's own, set in the app. */
function counsellorOf(
  { id, services, ...profile }: CounsellorRow,
  { county }: Pack,
  all: ServiceDocument[],
): CounsellorDocument {
  const { reservedShare, releaseHours } = county.priority ?? defaultPriority;
  return {
    _id: id,
    county: county.code,
    ...profile,
    hours: {
      places: [],
      exceptions: [],
      noticeMinutes: limits.minimumNoticeMinutes,
      horizonDays: limits.horizonDays,
      mostADay: 8,
    },
    rev: 1,
    unsettled: null,
    services: all
      .filter(({ _id }) => services.includes(_id))
      .map(({ _id, name, cost, bring, travel }) => ({ id: _id, name, cost, bring, travel })),
    holidays: county.holidays,
    reserve: { reservedShare, releaseHours },
  };
}
