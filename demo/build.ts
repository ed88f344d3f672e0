import type {
  AppointmentDocument,
  ChildDocument,
  CounsellorDocument,
  DocumentOf,
  PersonDocument,
  PostDocument,
  ServiceDocument,
  SettingsDocument,
  SlotDocument,
  WaitlistDocument,
  tallies,
} from '../cloudfunctions/platform/collections';
import type { regions } from '../cloudfunctions/platform/collections/directory';
import { dayMs, dayOf, startOfDay } from '../cloudfunctions/rules/dates';
import { buildVisits, bookersOf } from './build-visits';
import { buildWaits } from './build-waits';
import { counsellorsOn } from './county/counsellors';
import { holidaysAround } from './county/counsellors/holidays';
import { hotlineDocuments, type HotlineDocument } from './county/hotlines';
import { schoolDocuments, type SchoolDocument } from './county/schools';
import { serviceDocuments, serviceEntries } from './county/services';
import { serviceDocument } from './county/services/entry';
import { countyCode, countyName, townshipKeys, townships } from './county/townships';
import { everybody } from './families/all';
import { childDocument, personDocument, postOf } from './families/documents';
import { villageSchools } from './full/schools';
import { villageServices } from './full/services';
import { adminOpenid } from './people';
import { amounts, type Size } from './size';

/** Everything that the demonstration county writes, as the areas would have written it. */
export interface CountyDocuments {
  regions: DocumentOf<typeof regions>[];
  services: ServiceDocument[];
  hotlines: HotlineDocument[];
  schools: SchoolDocument[];
  counsellors: CounsellorDocument[];
  settings: SettingsDocument[];
  people: PersonDocument[];
  children: ChildDocument[];
  posts: PostDocument[];
  /** Past and taken ones; the free ones are made by the job. */
  slots: SlotDocument[];
  appointments: AppointmentDocument[];
  waitlist: WaitlistDocument[];
  tallies: DocumentOf<typeof tallies>[];
}

export interface BuildOptions {
  now: number;
  size: Size;
  random: () => number;
}

/** The county in memory. The same options give the same county, encryption apart. */
export function buildCounty({ now, size, random }: BuildOptions): CountyDocuments {
  const { services, schools: schoolCount, families, accountDays } = amounts[size];
  const today = startOfDay(dayOf(now));
  const schools = [...schoolDocuments, ...villageSchools(schoolCount, schoolDocuments.length)];
  const all = everybody(schools, families, now, random);
  const createdAt = today - accountDays * dayMs;
  const kept = new Map(all.children.map((child) => [child.id, childDocument(child, createdAt)]));
  const visits = buildVisits({ everybody: all, kept, now, size, random });
  return {
    regions: townshipKeys.map((key) => {
      const { code, name } = townships[key];
      return { _id: code, name, countyName };
    }),
    services: [
      ...serviceDocuments(today),
      ...villageServices(services, serviceEntries.length).map((entry) =>
        serviceDocument(entry, today - 30 * dayMs),
      ),
    ],
    hotlines: hotlineDocuments(today),
    schools,
    counsellors: counsellorsOn(now),
    settings: [
      {
        _id: countyCode,
        holidays: holidaysAround(now),
        changedAt: createdAt,
        changedBy: adminOpenid,
      },
    ],
    people: all.people.map((person) => personDocument(person, all.children, createdAt)),
    children: [...kept.values()],
    posts: all.people.flatMap((person) =>
      postOf(person, createdAt).map(({ document }) => document),
    ),
    ...visits,
    waitlist: buildWaits({ bookers: bookersOf({ everybody: all, kept }), now, size, random }),
  };
}
