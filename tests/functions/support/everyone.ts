import type { ActionName } from '@contract';
import { sealAtHome } from '../../../cloudfunctions/areas/family/circle';
import { children, guides, tallies } from '../../../cloudfunctions/platform/collections';
import { guideDocuments } from '../../../demo/guides';
import { monday } from './clock';
import { farSchool, otherSchool, school, township } from './documents';
import { dump, restore, type Dump } from './dump';
import { inputsOf, type Inputs } from './inputs';
import type { Person } from './person';
import { Scenario, type Booker } from './scenario';
import { nothing, thingsOf, type Things } from './things';

/** One of each kind of person, as the columns of the access matrix name them. */
export const personNames = [
  ...(['grandma', 'father', 'neighbour', 'hills', 'faraway'] as const),
  ...(['teacher', 'otherTeacher', 'director', 'counsellor', 'otherCounsellor'] as const),
  ...(['schoolAdmin', 'admin', 'otherAdmin', 'stranger'] as const),
] as const;
export type PersonName = (typeof personNames)[number];

/** Whose things an input names, seen from 小石头 of the first school; `none` never existed. */
export const relations = ['own', 'same school', 'other school', 'other county', 'none'] as const;
export type Relation = (typeof relations)[number];

export interface Everyone {
  scenario: Scenario;
  /** 小石头's grandmother. */
  family: Booker;
  otherFamily: Booker;
  counsellor: Person;
  /** Never signed in. */
  stranger: Person;
  persons: Record<PersonName, Person>;
  /** An input for each action; with those of `own` its person succeeds. */
  inputs: Inputs;
  inputsFor: Record<Relation, Inputs>;
  /** Whoever succeeds with an action. */
  doer(action: ActionName): Person;
  /** Puts the database back as it was. */
  restore(): Promise<void>;
}

/** Whoever succeeds with what only some may do; everything else is 小石头's grandmother's. */
const doers: Partial<Record<ActionName, PersonName>> = {
  'account.claimSystem': 'stranger',
  'account.invite': 'admin',
  'account.acceptInvitation': 'stranger',
  'account.listStaff': 'admin',
  'account.endPost': 'admin',
  'account.showEnding': 'admin',
  'account.listAccessLog': 'father',
  'family.joinFamily': 'stranger',
  'family.addChildByProxy': 'teacher',
  'family.sayWhoIsAtHome': 'father',
  'family.confirmStatus': 'teacher',
  'family.takeOver': 'teacher',
  'family.listRoster': 'teacher',
  'booking.listCounsellors': 'admin',
  'booking.listDay': 'counsellor',
  'booking.listWeek': 'counsellor',
  'booking.listenToVoice': 'counsellor',
  'booking.listRequests': 'counsellor',
  'booking.setUrgency': 'counsellor',
  'booking.setPriority': 'admin',
  'booking.showSupply': 'admin',
  'booking.showAvailability': 'counsellor',
  'booking.setAvailability': 'counsellor',
  'booking.keepVisit': 'counsellor',
  'booking.listHolidays': 'admin',
  'booking.setHolidays': 'admin',
  'booking.showVisit': 'counsellor',
  'booking.checkIn': 'counsellor',
  'booking.markNoShow': 'counsellor',
  'booking.complete': 'counsellor',
  'booking.bookNext': 'counsellor',
  'booking.findForFamily': 'teacher',
  'booking.bookForFamily': 'teacher',
  'booking.listReferrals': 'counsellor',
  'booking.recordReferral': 'counsellor',
  'booking.showStatistics': 'counsellor',
};

export async function everyone(): Promise<Everyone> {
  const scenario = await Scenario.start();
  const staff = await startStaff(scenario);
  await scenario.week();
  await scenario.week({ _id: 'counsellor-two' });
  await scenario.database.addMany(guides, guideDocuments(monday).slice(0, 1));
  const father = scenario.as('wx-father');
  const grandma = await scenario.family({
    openid: 'adult-1',
    childId: 'child-1',
    nickname: '小石头',
    phone: '13800001234',
    with: [{ openid: father.openid, relation: 'father' }],
  });
  // Written down before they had a telephone of their own.
  const athome = sealAtHome('child-1', { caregiver: 'paternalGrandmother' });
  await scenario.database.update(children, 'child-1', { athome });
  const neighbour = await scenario.family({
    openid: 'adult-2',
    childId: 'child-2',
    nickname: '豆豆',
  });
  const hills = await scenario.family({ at: otherSchool, nickname: '小枫' });
  const faraway = await scenario.family({ at: farSchool, nickname: '远远' });
  const { admin, otherAdmin } = staff;
  const plan = { scenario, counsellorId: 'counsellor-one', admin };
  const things: Record<Relation, Things> = {
    own: await thingsOf(grandma, { ...plan, at: school, postId: 'post-wx-li' }),
    'same school': await thingsOf(neighbour, { ...plan, at: school, postId: 'post-wx-wang' }),
    'other school': await thingsOf(hills, {
      ...{ ...plan, counsellorId: 'counsellor-two' },
      ...{ at: otherSchool, postId: 'post-wx-teacher-two' },
    }),
    'other county': await thingsOf(faraway, {
      ...{ ...plan, counsellorId: 'counsellor-far', admin: otherAdmin },
      ...{ at: farSchool, postId: 'post-wx-teacher-far' },
    }),
    none: nothing,
  };
  const stranger = scenario.as('wx-never-seen');
  const persons = { grandma, father, neighbour, hills, faraway, ...staff, stranger };
  // The month has begun already: its first visit alone makes the document.
  await scenario.database.add(tallies, {
    ...{ _id: 'counsellor-one_2026-11', counsellorId: 'counsellor-one', month: '2026-11' },
    ...{ done: 3, missed: 1, first: 1, referred: 0 },
  });
  const before: Dump = await dump(scenario.database);
  const inputsFor: Record<Relation, Inputs> = {
    own: inputsOf(things.own),
    'same school': inputsOf(things['same school']),
    'other school': inputsOf(things['other school']),
    'other county': inputsOf(things['other county']),
    none: inputsOf(things.none),
  };
  return {
    scenario,
    family: grandma,
    otherFamily: neighbour,
    counsellor: staff.counsellor,
    stranger,
    persons,
    inputs: inputsFor.own,
    inputsFor,
    doer: (action) => persons[doers[action] ?? 'grandma'],
    restore: () => restore(scenario.database, before),
  };
}

async function startStaff(scenario: Scenario) {
  const { _id: schoolId, name: schoolName } = school;
  return {
    teacher: await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId, schoolName }),
    otherTeacher: await scenario.staff({
      openid: 'wx-teacher-two',
      role: 'teacher',
      schoolId: otherSchool._id,
    }),
    farTeacher: await scenario.staff({
      ...{ openid: 'wx-teacher-far', role: 'teacher' as const },
      ...{ schoolId: farSchool._id, county: farSchool.county },
    }),
    director: await scenario.staff({ openid: 'wx-director', role: 'director', township }),
    counsellor: await scenario.counsellor('wx-li'),
    otherCounsellor: await scenario.counsellor('wx-yang', 'counsellor-two'),
    schoolAdmin: await scenario.staff({ openid: 'wx-head', role: 'admin', schoolId, schoolName }),
    admin: await scenario.staff({ openid: 'wx-admin', role: 'admin' }),
    otherAdmin: await scenario.staff({
      openid: 'wx-admin-far',
      role: 'admin',
      county: farSchool.county,
    }),
  };
}
