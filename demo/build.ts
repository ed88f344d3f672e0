import type {
  AnnouncementDocument,
  arrivalTallies,
  AppointmentDocument,
  ChildDocument,
  CounsellorDocument,
  DeskDocument,
  DocumentOf,
  DueDocument,
  DutyRosterDocument,
  FigureDocument,
  GuideDocument,
  HomeVisitDocument,
  guideTallies,
  MessageDocument,
  PersonDocument,
  PostDocument,
  ReadDocument,
  ScreeningDocument,
  ScreeningFormDocument,
  ServiceDocument,
  SettingsDocument,
  SlotDocument,
  tallies,
  ThreadDocument,
  TimelineDocument,
  WaitlistDocument,
  WeekDocument,
} from '../cloudfunctions/platform/collections';
import type { regions } from '../cloudfunctions/platform/collections/directory';
import { dayMs, dayOf, startOfDay } from '../cloudfunctions/rules/dates';
import { arrivalDocuments } from './arrivals';
import { buildAnnouncements, buildWeeks } from './build-school';
import { buildCare } from './build-care';
import { demonstrationDesks } from './build-desks';
import { demonstrationDuty } from './build-duty';
import { buildFigures } from './build-figures';
import { buildThreads } from './build-threads';
import { buildVisits, bookersOf } from './build-visits';
import { buildWaits } from './build-waits';
import { buildWarmth } from './build-warmth';
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
import { copiesOf, guideDocuments } from './guides';
import { guidesAtDesk, guideTallyDocuments } from './guide-desk';
import { adminOpenid } from './people';
import { screeningDocuments, screeningFormDocument } from './screening-form';
import { amounts, type Size } from './size';

/** Everything that the demonstration county writes, as the areas would have written it. */
export interface CountyDocuments {
  regions: DocumentOf<typeof regions>[];
  services: ServiceDocument[];
  hotlines: HotlineDocument[];
  schools: SchoolDocument[];
  guides: GuideDocument[];
  guideTallies: DocumentOf<typeof guideTallies>[];
  arrivalTallies: DocumentOf<typeof arrivalTallies>[];
  counsellors: CounsellorDocument[];
  settings: SettingsDocument[];
  screeningForms: ScreeningFormDocument[];
  screenings: ScreeningDocument[];
  people: PersonDocument[];
  children: ChildDocument[];
  posts: PostDocument[];
  dutyRoster: DutyRosterDocument[];
  /** Past and taken ones; the free ones are made by the job. */
  slots: SlotDocument[];
  homeVisits: HomeVisitDocument[];
  appointments: AppointmentDocument[];
  tallies: DocumentOf<typeof tallies>[];
  waitlist: WaitlistDocument[];
  timeline: TimelineDocument[];
  due: DueDocument[];
  weeks: WeekDocument[];
  announcements: AnnouncementDocument[];
  desks: DeskDocument[];
  threads: ThreadDocument[];
  messages: MessageDocument[];
  reads: ReadDocument[];
  figures: FigureDocument[];
}

export interface BuildOptions {
  now: number;
  size: Size;
  random: () => number;
}

/** The county in memory. The same options give the same county, encryption apart. */
export function buildCounty({ now, size, random }: BuildOptions): CountyDocuments {
  const {
    services,
    schools: schoolCount,
    guides: guideCount,
    families,
    accountDays,
  } = amounts[size];
  const today = startOfDay(dayOf(now));
  const schools = [...schoolDocuments, ...villageSchools(schoolCount, schoolDocuments.length)];
  const guides = guideDocuments(now);
  const all = everybody(schools, families, now, random);
  const createdAt = today - accountDays * dayMs;
  const kept = new Map(all.children.map((child) => [child.id, childDocument(child, createdAt)]));
  const warmth = buildWarmth(kept, now);
  const staffed = all.people.flatMap((person) =>
    postOf(person, createdAt).map(({ document }) => document),
  );
  const homeVisits = buildCare(kept, now);
  const visits = buildVisits({ everybody: all, kept, now, size, random });
  const known = serviceDocuments(today);
  const guideTallies = guideTallyDocuments(guides, now);
  return {
    regions: townshipKeys.map((key) => {
      const { code, name } = townships[key];
      return { _id: code, name, countyName };
    }),
    services: [
      ...known,
      ...villageServices(services, serviceEntries.length).map((entry) =>
        serviceDocument(entry, today - 30 * dayMs),
      ),
    ],
    hotlines: hotlineDocuments(today),
    schools,
    guides: [
      ...guides,
      ...copiesOf(guides, Math.max(guideCount - guides.length, 0)),
      ...guidesAtDesk(guides, now),
    ],
    guideTallies,
    figures: buildFigures(now, known, guideTallies),
    arrivalTallies: arrivalDocuments(now),
    counsellors: counsellorsOn(now),
    settings: [
      {
        _id: countyCode,
        holidays: holidaysAround(now),
        changedAt: createdAt,
        changedBy: adminOpenid,
      },
    ],
    screeningForms: [screeningFormDocument(countyCode, createdAt)],
    homeVisits,
    screenings: screeningDocuments(visits.appointments, now),
    people: all.people.map((person) => personDocument(person, all.children, createdAt)),
    children: [...kept.values()],
    posts: staffed,
    dutyRoster: demonstrationDuty(staffed, now),
    ...visits,
    ...warmth,
    weeks: buildWeeks([...kept.values()], now),
    announcements: buildAnnouncements([...kept.values()], now),
    desks: demonstrationDesks(),
    ...buildThreads({ kept, now, size }),
    waitlist: buildWaits({ bookers: bookersOf({ everybody: all, kept }), now, size, random }),
  };
}
