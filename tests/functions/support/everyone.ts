import type { ActionName, InputOf } from '@contract';
import { consentVersions } from '@contract/consent';
import { hourMs } from '@rules/dates';
import { defaultPriority } from '@rules/priority';
import { sealOutcome } from '../../../cloudfunctions/areas/booking/outcome';
import {
  appointments,
  children,
  consentRecords,
  guides,
  tallies,
} from '../../../cloudfunctions/platform/collections';
import { guideDocuments } from '../../../demo/guides';
import { memberId, sealAtHome } from '../../../cloudfunctions/areas/family/circle';
import { at, monday } from './clock';
import {
  county,
  farSchool,
  hoursAt,
  otherSchool,
  placeAt,
  school,
  service,
  township,
} from './documents';
import { dump, restore, type Dump } from './dump';
import type { Person } from './person';
import { Scenario, type Booker } from './scenario';
import { setupCode } from './test-cloud';
import { anyWish, join } from './waiting';

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

export type Inputs = { [Name in ActionName]: InputOf<Name> };

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

/** What an input names of one family and its place. */
interface Things {
  childId: string;
  memberId: string;
  /** Free, held by the family, and two visits of it: one to cancel, one with a recording. */
  free: string;
  held: string;
  visit: string;
  spoken: string;
  /** A request on the waiting list, to which a place is offered. */
  waitlistId: string;
  /** Visits of today: to come to, begun, and over with a referral to answer and with one agreed to. */
  today: string;
  begun: string;
  referred: string;
  agreed: string;
  /** A place that nobody holds. */
  open: string;
  familyCode: string;
  postCode: string;
  postId: string;
  /** A child of the place whose proxy has gone. */
  leftId: string;
  at: { _id: string; township: string };
}

export async function everyone(): Promise<Everyone> {
  const scenario = await Scenario.start();
  const staff = await startStaff(scenario);
  await scenario.week();
  await scenario.week({ _id: 'counsellor-two' });
  await scenario.database.addMany(guides, guideDocuments(monday));
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

interface Plan {
  scenario: Scenario;
  counsellorId: string;
  admin: Person;
  at: { _id: string; township: string };
  postId: string;
}

let rounds = 0;

/** Lets a family hold, book, cancel and invite, so that everything it could name exists. */
async function thingsOf(who: Booker, plan: Plan): Promise<Things> {
  const { scenario, counsellorId, admin, at: place, postId } = plan;
  const { childId } = who;
  rounds += 1;
  // Families who share a counsellor have their own hours.
  const hour = 9 + (who.childId === 'child-2' ? 5 : 0);
  const clocks = [0, 1, 2, 3].map((ahead) => `${hour + ahead}:00`);
  const wish = { counsellorId, schoolId: place._id };
  const [free = '', held = '', spoken = '', visit = ''] = await scenario.free(clocks, wish);
  const voice = await record(who);
  await who.call('booking.holdSlot', { slotId: spoken, childId });
  const worries = ['sleep' as const];
  const heard = await who.call('booking.book', { slotId: spoken, childId, worries, voice });
  const cancelled = await scenario.book(who, visit);
  const { open, ...begun } = await visitsOfToday(who, plan, hour);
  await who.call('booking.holdSlot', { slotId: held, childId });
  const waitlistId = await waitWithOffer(who, scenario, wish);
  const { code: familyCode } = await who.call('family.inviteFamily', { childId });
  const schoolId = place._id;
  const wanted = { role: 'teacher' as const, name: '新老师', schoolId };
  const { code: postCode } = await admin.call('account.invite', wanted);
  await scenario.database.add(consentRecords, {
    ...{ _id: `d_${childId}`, childId, by: who.openid, at: 0 },
    ...{ relation: 'paternalGrandmother', standing: 'caregiver', decisions: [] },
  });
  const leftId = await scenario.leftChild(place);
  return {
    ...{ childId, leftId, memberId: memberId(childId, who.openid), free, held, waitlistId },
    ...{ visit: cancelled.id, spoken: heard.id, familyCode, postCode, postId, at: place },
    ...{ ...begun, open },
  };
}

/** Joins the waiting list, and is offered a place of another day as the job would. */
async function waitWithOffer(
  who: Booker,
  scenario: Scenario,
  wish: Parameters<Scenario['freeAt']>[1],
): Promise<string> {
  const { offerPlace } = await import('../../../cloudfunctions/areas/booking/offer-place');
  const [slotId = ''] = await scenario.freeAt([at('9:00', 2) + rounds * hourMs], wish);
  const waitlistId = await join(who);
  const { database } = scenario;
  const offering = { database, random: () => 0, now: Date.now() };
  await offerPlace(offering, await scenario.slot(slotId));
  return waitlistId;
}

/** Visits of today at every stage, and a place that is open to all. */
async function visitsOfToday(
  who: Booker,
  { scenario, counsellorId, at: place }: Plan,
  hour: number,
) {
  const { database } = scenario;
  const starts = [1, 2, 3, 4, 5].map((ahead) => at(`${hour + ahead}:00`, 0));
  const wish = { counsellorId, schoolId: place._id };
  const [open = '', ...places] = await scenario.freeAt(starts, wish);
  const before = await database.get(children, who.childId);
  const ids: string[] = [];
  for (const slotId of places) {
    ids.push((await scenario.book(who, slotId)).id);
    // No child has so many to come; these are as good as over.
    await database.update(children, who.childId, { upcoming: before?.upcoming ?? [] });
  }
  const [today = '', begun = '', referred = '', agreed = ''] = ids;
  await database.update(appointments, begun, { start: monday });
  for (const [id, state] of [
    [referred, 'suggested'],
    [agreed, 'agreed'],
  ] as const) {
    const { _id: serviceId, name: serviceName } = service;
    const next = { kind: 'referral' as const, serviceId, serviceName, state };
    const outcome = sealOutcome(id, { note: '见过一次', next });
    await database.update(appointments, id, { state: 'done', outcome, referral: state });
  }
  return { open, today, begun, referred, agreed };
}

/** As long and of the same letters as what exists. */
const nothing: Things = {
  ...{ childId: 'child-0', memberId: 'A'.repeat(24), free: 'counsellor-one_0' },
  ...{ held: 'counsellor-one_1', visit: 'a_none', spoken: 'a_nothing' },
  ...{ held: 'counsellor-one_1', visit: 'a_none', spoken: 'a_nothing' },
  waitlistId: 'child-0_1',
  ...{ today: 'a_today', begun: 'a_begun', referred: 'a_referred', agreed: 'a_agreed' },
  open: 'counsellor-one_2',
  ...{ familyCode: 'A'.repeat(22), postCode: 'B'.repeat(22), postId: 'p_none' },
  leftId: 'left-0',
  at: { _id: 'school-none', township: '999999999' },
};

function inputsOf(things: Things): Inputs {
  const { childId, at } = things;
  const away = { childId, who: 'both' as const, span: 'overHalfYear' as const };
  return {
    'account.signIn': { role: 'caregiver', township },
    'account.home': {},
    'account.updateSettings': { size: 'large', phone: '13900005678' },
    'account.noteRecording': { childId, file: 'recording-one.mp3' },
    'account.giveConsent': {
      childId,
      choices: [{ purpose: 'screening', agree: true, version: consentVersions.screening }],
    },
    'account.withdrawConsent': { childId, purpose: 'screening' },
    'account.claimSystem': { code: setupCode, name: '何老师' },
    'account.invite': {
      role: 'teacher',
      name: '赵老师',
      schoolId: at._id,
      classes: ['三年级一班'],
    },
    'account.showInvitation': { code: things.familyCode },
    'account.drawInvitation': { code: things.familyCode },
    'account.acceptInvitation': { code: things.postCode },
    'account.listStaff': {},
    'account.endPost': { postId: things.postId },
    'account.showEnding': { postId: things.postId },
    'family.inviteFamily': { childId },
    'family.joinFamily': { code: things.familyCode, relation: 'mother' },
    'account.listAccessLog': { childId },
    'account.exportMyData': { part: 'decisions', childId },
    'account.deleteAccount': {},
    'account.keepAccount': {},
    'directory.listRegions': {},
    'directory.listServices': { county },
    'directory.getService': { id: service._id },
    'directory.listHotlines': { county },
    'directory.listSchools': { county },
    'family.addChild': {
      nickname: '小树',
      birthYear: 2017,
      birthMonth: 3,
      schoolId: school._id,
      relation: 'paternalGrandmother',
    },
    'family.addChildByProxy': {
      nickname: '小树',
      birthYear: 2017,
      birthMonth: 3,
      schoolId: at._id,
      caregiver: 'maternalGrandmother',
      phone: '13700000001',
    },
    'family.updateChild': { childId, nickname: '石头' },
    'family.sayWhoIsAway': away,
    'family.sayWhoIsAtHome': {
      ...{ childId, caregiver: 'maternalGrandmother' as const },
      phone: '13700000001',
    },
    'family.confirmStatus': away,
    'family.takeOver': { childId: things.leftId },
    'family.listChildren': {},
    'family.listRoster': {},
    'family.showCircle': { childId },
    'family.removeFromCircle': { childId, memberId: things.memberId },
    'booking.findSlots': { childId },
    'booking.holdSlot': { slotId: things.free, childId },
    'booking.releaseSlot': { slotId: things.held },
    'booking.book': { slotId: things.held, childId, worries: ['unhappy', 'school'] },
    'booking.cancel': { appointmentId: things.visit },
    'booking.listAppointments': { when: 'upcoming' },
    'booking.showAppointment': { appointmentId: things.visit },
    'booking.listCounsellors': {},
    'booking.listDay': { day: '2026-11-24' },
    'booking.listenToVoice': { appointmentId: things.spoken },
    'booking.joinWaitlist': { childId, wish: anyWish(), worries: ['sleep'] },
    'booking.leaveWaitlist': { waitlistId: things.waitlistId },
    'booking.answerOffer': { waitlistId: things.waitlistId, accept: true },
    'booking.listWaits': {},
    'booking.askForReview': { waitlistId: things.waitlistId },
    'booking.listRequests': {},
    'booking.setUrgency': { waitlistId: things.waitlistId, urgency: 'soon' },
    'booking.showPriority': {},
    'booking.setPriority': { settings: defaultPriority },
    'booking.showSupply': {},
    'booking.showAvailability': {},
    'booking.setAvailability': { hours: hoursAt([placeAt({ kind: 'phone' })]), rev: 1 },
    'booking.keepVisit': { appointmentId: things.visit },
    'booking.listHolidays': {},
    'booking.setHolidays': { days: [{ day: '2027-01-01', name: '元旦' }] },
    'booking.reschedule': { appointmentId: things.visit, slotId: things.held, reason: 'busy' },
    'booking.joinVisit': { appointmentId: things.spoken, join: true },
    'booking.answerReferral': { appointmentId: things.referred, agree: true },
    'booking.listWeek': { from: '2026-11-23' },
    'booking.showVisit': { appointmentId: things.spoken },
    'booking.checkIn': { appointmentId: things.today },
    'booking.markNoShow': { appointmentId: things.begun },
    'booking.complete': {
      appointmentId: things.begun,
      note: '说了学校的事',
      next: { kind: 'referral', serviceId: service._id },
    },
    'booking.bookNext': { appointmentId: things.begun, slotId: things.open },
    'booking.findForFamily': { childId },
    'booking.bookForFamily': {
      slotId: things.open,
      worries: ['school'],
      who: { known: true, childId },
    },
    'booking.listReferrals': {},
    'booking.recordReferral': { appointmentId: things.agreed, attended: true },
    'booking.showStatistics': {},
    'notify.listInbox': {},
    'notify.markInboxRead': {},
    'guides.listGuides': { audience: 'caregiver' },
    'guides.getGuide': { guideId: guideId(things) },
    'guides.answerQuestion': { guideId: guideId(things), version: 1, answer: 0 },
    'guides.saveProgress': {
      items: [{ guideId: 'c1-signs', version: 1, blocks: 2, at: 0 }],
    },
    'guides.listProgress': {},
  };
}

/** Guides are everybody's: only what never existed is not found. */
const guideId = (things: Things) => (things === nothing ? 'never-was' : 'c1-signs');

/** A recording of two seconds in the person's own folder of cloud storage. */
export async function record(who: Person) {
  const { person } = await who.call('account.home', {});
  const { default: sdk } = await import('wx-server-sdk');
  const cloudPath = `voice/${person.voiceFolder ?? ''}/one-${rounds}.mp3`;
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('not really') });
  return { fileId: fileID, seconds: 2 };
}
