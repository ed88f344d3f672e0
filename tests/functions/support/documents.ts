import type { ServiceFields } from '@contract/manage';
import type { Signs } from '@contract/person';
import type { PlaceKind, Relation, StaffRole } from '@contract/enums';
import type { Hours, HoursPlace } from '@contract/hours';
import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import { reachOfSlot } from '@rules/reach';
import { slotId } from '@rules/slots';
import type {
  ChildDocument,
  CounsellorDocument,
  PersonDocument,
  PostDocument,
  ServiceDocument,
  SlotDocument,
} from '../../../cloudfunctions/platform/collections';
import { freePlace, plainPlace } from '../../../cloudfunctions/areas/booking/free-place';
import { newPost, withPost } from '../../../cloudfunctions/areas/account/staff';
import { childDocument, personDocument } from '../../../demo/families/documents';

/** A small county, as documents. Everything has a plausible default; a test names what it is about. */

export const county = '990101';
export const township = '990101001';
export const otherTownship = '990101002';

export const school = { _id: 'school-one', county, township, name: '一小' };
export const otherSchool = { _id: 'school-two', county, township: otherTownship, name: '二小' };

export const farCounty = '990102';
export const farSchool = {
  _id: 'school-far',
  county: farCounty,
  township: '990102001',
  name: '远小',
};

export const service: ServiceDocument = {
  _id: 'service-one',
  county,
  township,
  townshipName: '一镇',
  name: '一小谈心室',
  kinds: ['counselling'],
  ways: ['book'],
  hours: '周一到周五',
  cost: '免费',
  address: '一镇学校路一号',
  latitude: 27.5,
  longitude: 109.5,
  whatHappens: '和老师说说话。',
  bring: '不用带',
  directions: '校门左边',
  languages: ['普通话'],
  travel: {},
  demonstration: true,
  verifiedAt: 0,
};

/** Looked after by the administrator of the first school as well, and changed three times. */
export const schoolService: ServiceDocument = {
  ...service,
  ...{ _id: 'service-school', name: '一小辅导室', ways: ['walkIn'], schoolId: school._id, rev: 3 },
};

export const farService: ServiceDocument = {
  ...service,
  ...{ _id: 'service-far', county: farCounty, township: farSchool.township, townshipName: '远镇' },
  ...{ schoolId: farSchool._id, rev: 3 },
};

/** What a form holds of a service in this township. */
export const serviceFieldsAt = (at: string): ServiceFields => ({
  ...{ name: '谈心室', kinds: ['counselling'], ways: ['call'], phone: '0739-7654321' },
  ...{ hours: '周一到周五', cost: '不收费', township: at, address: '学校路 2 号' },
  ...{ directions: '校门右边', latitude: 27.5, longitude: 109.5 },
  ...{ travel: { [at]: { by: 'walk', minutes: 10 } }, languages: ['普通话'] },
  ...{ whatHappens: '和老师说说话。', bring: '不用带' },
});

export interface Family {
  openid: string;
  childId: string;
  nickname?: string;
  birthYear?: number;
  birthMonth?: number;
  phone?: string;
  at?: typeof school;
  /** Other adults of the circle, who get their accounts by themselves. */
  with?: { openid: string; relation: Relation }[];
  /** A caregiver has begun and no parent has agreed; otherwise one has, and may have left since. */
  pending?: boolean;
  className?: string;
  createdAt: number;
}

/** One adult and one child, as signing in and adding the child leave them behind. */
export function familyDocuments(family: Family): {
  person: PersonDocument;
  others: PersonDocument[];
  child: ChildDocument;
} {
  const { openid, childId, phone, createdAt } = family;
  const { nickname = '小石头', birthYear = 2016, birthMonth = 5, at = school } = family;
  const child = {
    id: childId,
    nickname,
    birthYear,
    birthMonth,
    schoolId: at._id,
    schoolName: at.name,
    township: at.township,
    ...(family.className && { className: family.className }),
    circle: [{ openid, relation: 'paternalGrandmother' as const }, ...(family.with ?? [])],
  };
  const adult = { openid, roles: ['caregiver' as const], township: at.township, phone };
  const others = (family.with ?? []).map((other) =>
    personDocument({ openid: other.openid, roles: ['parent'], township: at.township }, [child], 0),
  );
  return {
    person: personDocument(adult, [child], createdAt),
    others,
    child: agreedBy(childDocument(child, createdAt), family.pending ?? false),
  };
}

function agreedBy(child: ChildDocument, pending: boolean): ChildDocument {
  const decided = pending
    ? ({ state: 'pending', by: 'paternalGrandmother', standing: 'caregiver' } as const)
    : ({ state: 'given', by: 'father', standing: 'guardian' } as const);
  return { ...child, consents: child.consents.map((one) => ({ ...one, ...decided })) };
}

/** A counsellor's account. */
export function counsellorPerson(openid: string, counsellorId: string): PersonDocument {
  return staffDocuments({ openid, role: 'counsellor', name: '李老师', counsellorId }).person;
}

export interface Staff {
  openid: string;
  role: StaffRole;
  name?: string;
  county?: string;
  schoolId?: string;
  schoolName?: string;
  township?: string;
  counsellorId?: string;
  classes?: string[];
  signs?: Signs;
}

/** Somebody with a post, as accepting an invitation leaves them behind. */
export function staffDocuments(staff: Staff): { person: PersonDocument; post: PostDocument } {
  const { openid, name = '王老师', county: of = county, signs, ...rest } = staff;
  const holder = { openid, name, since: 0 };
  const { document, entry } = newPost(`post-${openid}`, { ...rest, county: of }, holder);
  const trusted = signs ? { signs } : {};
  return {
    person: withPost(undefined, openid, { ...entry, ...trusted }, { name, now: 0 }),
    post: { ...document, ...trusted },
  };
}

/** A counsellor with hours: every day 9:00 to 12:00 in a school's room, unless the test says else. */
export function counsellorDocument(part: Partial<CounsellorDocument> = {}): CounsellorDocument {
  const { _id: id, name, cost, bring, travel } = service;
  return {
    _id: 'counsellor-one',
    county,
    name: '李老师',
    gender: 'woman',
    languages: ['普通话'],
    skills: [],
    hours: hoursAt([placeAt({})]),
    rev: 1,
    unsettled: null,
    services: [{ id, name, cost, bring, travel }],
    holidays: [],
    // Reserved places are what their own tests are about.
    reserve: { reservedShare: 0, releaseHours: 48 },
    ...part,
  };
}

/** Every day of the week, from one hour to another: `everyDay(9, 12)`. */
export function everyDay(fromHour: number, toHour: number): HoursPlace['spans'] {
  const span = { from: fromHour * 60, to: toHour * 60 };
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...span }));
}

/** A place to work at: the school's room, 40 minutes and a break of ten, every day 9:00 to 12:00. */
export function placeAt(part: Partial<HoursPlace>): HoursPlace {
  return {
    id: 'room',
    kind: 'school',
    serviceId: service._id,
    ...((part.kind ?? 'school') === 'school' && { schoolId: school._id }),
    sessionMinutes: 40,
    bufferMinutes: 10,
    seats: 1,
    spans: everyDay(9, 12),
    ...part,
  };
}

export function hoursAt(places: HoursPlace[], part: Partial<Hours> = {}): Hours {
  const { minimumNoticeMinutes: noticeMinutes, horizonDays } = limits;
  return { places, exceptions: [], noticeMinutes, horizonDays, mostADay: 30, ...part };
}

export interface SlotWish {
  start: number;
  counsellorId?: string;
  kind?: PlaceKind;
  schoolId?: string;
  minutes?: number;
}

/** A free place, as the job makes it. */
export function slotDocument(wish: SlotWish): SlotDocument {
  const { start, counsellorId = 'counsellor-one', kind = 'school', minutes = 40 } = wish;
  const { schoolId = school._id } = wish;
  return {
    _id: slotId(counsellorId, start),
    counsellorId,
    start,
    end: start + minutes * minuteMs,
    kind,
    reach: reachOfSlot({ kind, county, township, schoolId }),
    serviceId: service._id,
    placeName: service.name,
    counsellorName: '李老师',
    gender: 'woman',
    languages: ['普通话'],
    cost: service.cost,
    bring: service.bring,
    ...plainPlace,
    ...freePlace,
  };
}
