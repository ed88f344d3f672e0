import type { ActionName } from '@contract';
import { sealAtHome } from '../../../cloudfunctions/areas/family/circle';
import {
  children,
  desks,
  guideAudio,
  guides,
  legalHolds,
  pushes,
  regions,
  schools,
  screeningForms,
  services,
  tallies,
} from '../../../cloudfunctions/platform/collections';
import { emptyDesk } from '../../../cloudfunctions/platform/desks';
import { sealHold } from '../../../cloudfunctions/platform/legal-holds';
import { guideDocuments } from '../../../demo/guides';
import { placeholderForm } from '../../../demo/screening-form';
import { monday } from './clock';
import { deskGuide, signature } from './desk-guides';
import {
  county,
  farCounty,
  farSchool,
  farService,
  otherSchool,
  otherTownship,
  school,
  schoolService,
  service,
  township,
} from './documents';
import { Dumps, type Dump } from './dump';
import { deadLetterId, emptySchoolId, holdId, inputsOf, standInId, type Inputs } from './inputs';
import type { Person } from './person';
import { fillRoster } from './safety';
import { Scenario, type Booker } from './scenario';
import { mp3, recordingOf, sendSound } from './sound';
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
  /** Everything that stands in the database. */
  dump(): Promise<Dump>;
  /** Puts the database back as it was. */
  restore(): Promise<void>;
}

/** Whoever succeeds with what only some may do; everything else is 小石头's grandmother's. */
const doers: Partial<Record<ActionName, PersonName>> = {
  'account.claimSystem': 'stranger',
  'school.exportThread': 'father',
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
  'people.listSchools': 'admin',
  'people.saveSchool': 'admin',
  'people.closeSchool': 'admin',
  'people.listClasses': 'admin',
  'people.saveClass': 'admin',
  'people.closeClass': 'admin',
  'people.showYear': 'admin',
  'people.moveYear': 'admin',
  'people.showLeave': 'admin',
  'people.leave': 'admin',
  'director.showDesk': 'director',
  'director.listChildren': 'director',
  'director.listVisits': 'director',
  'director.noteVisit': 'director',
  'director.askVisit': 'teacher',
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
  'school.listDesk': 'teacher',
  'school.countWaiting': 'teacher',
  'school.showOfficeHours': 'teacher',
  'school.setOfficeHours': 'teacher',
  'school.listColleagues': 'teacher',
  'school.setStandIn': 'teacher',
  'school.endStandIn': 'teacher',
  'school.showWeek': 'teacher',
  'school.answerWeekly': 'teacher',
  'school.setClass': 'teacher',
  'school.announce': 'teacher',
  'school.noteAnnouncementPicture': 'teacher',
  'school.listSentAnnouncements': 'teacher',
  'school.showAnnouncementFigures': 'teacher',
  'school.remindAnnouncement': 'teacher',
  'school.withdrawAnnouncement': 'teacher',
  'school.tellInPerson': 'teacher',
  'guides.listDrafts': 'otherCounsellor',
  'guides.showDraft': 'counsellor',
  'guides.saveDraft': 'counsellor',
  'guides.review': 'otherCounsellor',
  'guides.publish': 'admin',
  'guides.withdraw': 'admin',
  'guides.setReviewer': 'admin',
  'guides.showFigures': 'counsellor',
  'directory.listForDesk': 'admin',
  'directory.showRecord': 'admin',
  'directory.listChanges': 'admin',
  'directory.saveService': 'admin',
  'directory.saveHotline': 'admin',
  'directory.verifyService': 'admin',
  'directory.showEnding': 'admin',
  'reports.exportAudit': 'admin',
  'reach.noteArrival': 'stranger',
  'reach.drawCode': 'admin',
  'reach.showArrivals': 'admin',
  'reports.showOverview': 'admin',
  'reports.listHolds': 'admin',
  'reports.holdRecords': 'admin',
  'reports.liftHold': 'admin',
  'guides.keepRecording': 'counsellor',
  'guides.listRecordings': 'counsellor',
  'guides.openRecording': 'counsellor',
  'guides.approveRecording': 'admin',
  'guides.withdrawRecording': 'counsellor',
  'guides.accompany': 'teacher',
  'guides.listAccompanied': 'teacher',
  'guides.sendKindWord': 'teacher',
  'guides.showScreeningFigures': 'counsellor',
  'notify.listDeadLetters': 'admin',
  'notify.sendAgain': 'admin',
  'notify.listCalls': 'counsellor',
  'notify.markCalled': 'counsellor',
  'notify.sendBulletin': 'counsellor',
  'notify.listBulletins': 'counsellor',
  'notify.withdrawBulletin': 'counsellor',
  'guides.showForm': 'admin',
  'guides.loadForm': 'admin',
  'safety.listAlerts': 'counsellor',
  'safety.countAlerts': 'counsellor',
  'safety.showAlert': 'counsellor',
  'safety.acceptAlert': 'counsellor',
  'safety.addAlertStep': 'counsellor',
  'safety.recordReport': 'counsellor',
  'safety.handOverAlert': 'counsellor',
  'safety.setFollowUp': 'counsellor',
  'safety.resolveAlert': 'counsellor',
  'safety.confirmResolution': 'counsellor',
  'safety.liftHold': 'counsellor',
  'safety.exportAlert': 'counsellor',
  'safety.showChainHeads': 'admin',
  'safety.listUnheard': 'counsellor',
  'safety.openUnheard': 'counsellor',
  'safety.markVoiceHeard': 'counsellor',
  'safety.listDuty': 'counsellor',
  'safety.setDuty': 'admin',
  'safety.askSwap': 'counsellor',
  'safety.answerSwap': 'director',
  'safety.reportLine': 'stranger',
  'safety.listLines': 'admin',
  'safety.verifyLine': 'admin',
  'safety.recordMissed': 'counsellor',
  'safety.exportCorrections': 'admin',
};

export async function everyone(): Promise<Everyone> {
  const scenario = await Scenario.start();
  const staff = await startStaff(scenario);
  await scenario.week();
  await scenario.week({ _id: 'counsellor-two' });
  await scenario.database.addMany(guides, [
    ...guideDocuments(monday).slice(0, 1),
    deskGuide('desk-draft', { authors: ['wx-li'] }),
    deskGuide('desk-review', { status: 'inReview', waitsFor: ['C'] }),
    deskGuide('desk-ready', {
      ...{ status: 'inReview', waitsFor: ['publisher'], signers: ['wx-one', 'wx-two'] },
      reviews: [signature('C', '陈老师'), signature('T', '孙老师')],
    }),
  ]);
  await scenario.database.update(services, service._id, { rev: 3 });
  await scenario.database.addMany(services, [schoolService, farService]);
  await scenario.database.addMany(
    regions,
    [township, otherTownship, farSchool.township].map((_id) => ({
      ...{ _id, name: '一镇', countyName: '一县' },
    })),
  );
  await scenario.database.addMany(
    screeningForms,
    [county, farCounty].map((_id) => ({ _id, form: placeholderForm, loadedAt: 0, loadedBy: '' })),
  );
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
  const safety = { holder: 'wx-li', colleague: 'wx-admin' };
  const plan = { scenario, counsellorId: 'counsellor-one', admin, safety };
  const things: Record<Relation, Things> = {
    own: await thingsOf(grandma, { ...plan, at: school, postId: 'post-wx-li', teacher: 'wx-wang' }),
    'same school': await thingsOf(neighbour, {
      ...{ ...plan, at: school },
      ...{ postId: 'post-wx-wang', teacher: 'wx-wang' },
    }),
    'other school': await thingsOf(hills, {
      ...{ ...plan, counsellorId: 'counsellor-two' },
      ...{ at: otherSchool, postId: 'post-wx-teacher-two', teacher: 'wx-teacher-two' },
    }),
    'other county': await thingsOf(faraway, {
      ...{ ...plan, counsellorId: 'counsellor-far', admin: otherAdmin },
      ...{ at: farSchool, postId: 'post-wx-teacher-far', teacher: 'wx-teacher-far' },
      safety: { holder: 'wx-admin-far', colleague: 'wx-admin-far' },
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
  await scenario.database.add(schools, { ...school, _id: emptySchoolId, name: '空学校' });
  const voice = await sendSound(staff.counsellor, mp3(2), 2);
  await scenario.database.add(guideAudio, recordingOf('c1-signs', 'wx-li'));
  await scenario.database.add(desks, {
    ...emptyDesk(school._id, school.county),
    standIns: [
      { id: standInId, away: 'wx-wang', here: 'wx-head', from: '2027-01-04', to: '2027-01-08' },
    ],
  });
  await scenario.database.add(pushes, {
    ...{ _id: deadLetterId, to: 'adult-1', channel: 'wechat', kind: 'announced' },
    ...{ template: 'announced', haste: 'calm', priority: 1, key: null, about: null, state: 'dead' },
    ...{ dueAt: null, at: monday, expiresAt: monday, sentAt: null, attempts: 0, tries: 1 },
    ...{ claim: null, count: 1, code: 40037, why: 'refused', page: '', content: '' },
  });
  await scenario.database.add(legalHolds, {
    ...{ _id: holdId, county, active: true, about: 'wx-nobody', childIds: ['child-nobody'] },
    ...{ keptFrom: ['wx-nobody'], setBy: 'wx-before', setName: null, setAt: monday },
    details: sealHold(holdId, { reason: '办案', reference: '1 号', phoneEnding: '0000' }),
    ...{ liftedBy: null, liftedName: null, liftedAt: null },
  });
  await fillRoster(scenario);
  const dumps = new Dumps(scenario.test.cloud, scenario.database);
  const before = await dumps.take();
  const inputsFor: Record<Relation, Inputs> = {
    own: inputsOf(things.own, voice),
    'same school': inputsOf(things['same school'], voice),
    'other school': inputsOf(things['other school'], voice),
    'other county': inputsOf(things['other county'], voice),
    none: inputsOf(things.none, voice),
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
    dump: () => dumps.take(),
    restore: () => dumps.restore(before),
  };
}

const signsOf = (code: 'C') => ({
  ...{ codes: [code], title: '谈心老师', organisation: '石桥中学' },
});

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
    // Trusted with a signature under guides, as the other one is not.
    otherCounsellor: await scenario.staff({
      ...{ openid: 'wx-yang', role: 'counsellor' as const, counsellorId: 'counsellor-two' },
      ...{ name: '杨老师', signs: signsOf('C') },
    }),
    schoolAdmin: await scenario.staff({ openid: 'wx-head', role: 'admin', schoolId, schoolName }),
    admin: await scenario.staff({ openid: 'wx-admin', role: 'admin' }),
    otherAdmin: await scenario.staff({
      openid: 'wx-admin-far',
      role: 'admin',
      county: farSchool.county,
    }),
  };
}
