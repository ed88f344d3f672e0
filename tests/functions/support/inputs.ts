import type { ActionName, InputOf } from '@contract';
import type { Voice } from '@contract/shapes';
import { consentVersions } from '@contract/consent';
import { placeholderForm } from '../../../demo/screening-form';
import { defaultPriority } from '@rules/priority';
import { dayOf } from '@rules/dates';
import { monday } from './clock';
import { draftText } from './desk-guides';
import { digestOf } from '@rules/spoken-text';
import { libraryTexts } from '../../../cloudfunctions/areas/guides/library';
import {
  county,
  farService,
  hoursAt,
  otherTownship,
  schoolService,
  serviceFieldsAt,
  placeAt,
  school as firstSchool,
  service,
  township,
} from './documents';
import { setupCode } from './test-cloud';
import { callStart, nothing, type Things } from './things';
import { safetyInputs } from './safety';
import { anyWish } from './waiting';

/** Of the first school's teacher, whose families its administrator looks after in January. */
export const standInId = 's_own';

export type Inputs = { [Name in ActionName]: InputOf<Name> };

/** Set by an administrator who is not among the persons. */
export const holdId = 'hold-one';
/** A school of the county in which nobody is. */
export const emptySchoolId = 'school-empty';

/** What can never arrive; it says nothing of whom it was for. */
export const deadLetterId = 'dead-letter-one';

/** An input for every action, about these things. */
export function inputsOf(things: Things, voice: Voice): Inputs {
  const { childId, at } = things;
  const { announcementId } = things;
  const school = { schoolId: at._id };
  const away = { childId, who: 'both' as const, span: 'overHalfYear' as const };
  return {
    ...safetyInputs(things.raised, childId),
    'account.signIn': { role: 'caregiver', township },
    'account.home': {},
    'account.updateSettings': { size: 'large', phone: '13900005678' },
    'account.noteRecording': { childId, file: 'recording-one.mp3' },
    'notify.recordSubscription': { answers: [{ template: 'reminder', answer: 'accept' }] },
    'notify.showPushes': {},
    'notify.setQuietHours': { from: 22, to: 6 },
    'notify.listDeadLetters': {},
    'notify.sendAgain': { id: deadLetterId },
    'notify.listCalls': {},
    'notify.markCalled': { id: things.callId },
    'notify.sendBulletin': {
      ...{ guideId: guideId(things), audience: 'families' as const },
      township: at.township,
    },
    'notify.listBulletins': {},
    'notify.withdrawBulletin': { id: things.bulletinId },
    'notify.openBulletin': { id: things.bulletinId },
    'school.listThreads': {},
    'school.getThread': { threadId: childId },
    'school.noteFile': { threadId: childId, file: 'picture-one.jpg' },
    'school.sendMessage': {
      threadId: childId,
      content: { kind: 'text', text: '今天不想上学' },
      audience: 'all',
    },
    'school.markRead': { threadId: childId, seq: things.seq },
    'school.listChanges': { known: {} },
    'school.withdrawMessage': { sent: things.sent },
    'school.reportMessage': { threadId: childId, seq: things.seq, reason: 'rude' },
    'school.openFile': { threadId: childId, seq: things.seq },
    'school.exportThread': { threadId: childId },
    'school.listDesk': {},
    'school.countWaiting': {},
    'school.showOfficeHours': {},
    'school.setOfficeHours': {
      hours: { spans: [{ weekday: 1, from: 960, to: 1080 }], absences: [] },
    },
    'school.listColleagues': {},
    'school.setStandIn': {
      postId: at._id === firstSchool._id ? 'post-wx-head' : 'p_none',
      ...{ from: '2026-12-01', to: '2026-12-03' },
    },
    'school.endStandIn': { id: at._id === firstSchool._id ? standInId : 's_none' },
    'school.showAnswering': { childId },
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
    'reach.noteArrival': { channel: 'poster', place: at.township },
    'reach.drawCode': { channel: 'poster', place: at.township },
    'reach.showArrivals': {},
    'directory.listForDesk': {},
    'directory.showRecord': { kind: 'service', id: serviceId(things) },
    'directory.listChanges': { kind: 'service', id: serviceId(things), before: 1 },
    'directory.saveService': {
      base: { id: serviceId(things), rev: 3 },
      fields: serviceFieldsAt(things === nothing ? township : at.township),
    },
    'directory.saveHotline': {
      fields: {
        ...{ name: '县心理热线', number: '0739-1234567', purpose: '想找人说说' },
        ...{ hours: '全天', urgent: false, order: 10 },
      },
    },
    'directory.verifyService': { id: serviceId(things) },
    'directory.showEnding': { id: serviceId(things), closedOn: '2026-12-01' },
    'family.addChild': {
      nickname: '小树',
      birthYear: 2017,
      birthMonth: 3,
      schoolId: firstSchool._id,
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
    'people.listSchools': {},
    'people.saveSchool': { schoolId: at._id, name: '柳溪镇小学', township: at.township },
    'people.closeSchool': { schoolId: emptySchoolId },
    'people.listClasses': school,
    'people.saveClass': { ...school, name: '三年级二班' },
    'people.closeClass': { ...school, name: '五年级一班' },
    'people.showYear': school,
    'people.moveYear': { ...school, year: '2026', lastGrade: 6, staying: [] },
    'people.showLeave': { postId: things.postId },
    'people.leave': { postId: things.postId, toPostId: 'post-wx-yang' },
    'director.showDesk': {},
    'director.listChildren': { view: 'due' },
    'director.listVisits': { childId },
    'director.noteVisit': {
      ...{ childId, day: dayOf(monday), met: true, state: 'soSo' as const },
      ...{ words: '奶奶腿疼，院子里堆着柴', safety: false, again: true },
    },
    'director.askVisit': { childId },
    'family.confirmStatus': away,
    'family.takeOver': { childId: things.leftId },
    'family.listChildren': {},
    'family.listRoster': {},
    'family.showCircle': { childId },
    'family.removeFromCircle': { childId, memberId: things.memberId },
    'family.recordMood': { childId, day: '2026-11-23', face: 'good', sleep: 'well' },
    'family.sendNote': { childId, words: '今天下雨，多穿点', picture: 'sun' },
    'family.markNoteHeard': { childId, noteId: things.noteId },
    'family.answerNote': { childId, noteId: things.noteId, face: 'great' },
    'family.listNotes': { childId },
    'family.hearVoice': { childId, entryId: things.noteId, part: 'own' },
    'family.listTimeline': { childId },
    'family.showCallPlan': { childId },
    'family.setFreeTimes': { childId, busy: [{ weekdays: [1, 2], from: 1200, to: 480 }] },
    'family.planCall': { step: 'agree', childId, planId: things.planId },
    'family.noteCall': { childId, planId: things.calledId, start: callStart, happened: true },
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
    'booking.confirmVisit': { appointmentId: things.spoken },
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
    'school.showWeek': {},
    'school.answerWeekly': { class: school, week: '2026-11-23', usual: [childId], answers: [] },
    'school.answerWeeklyAtHome': { childId, week: '2026-11-23', answer: { usual: true } },
    'school.listWeeks': { childId },
    'school.setClass': { childId, class: school, member: true },
    'school.announce': {
      ...{ target: { scope: 'school', ...school }, kind: 'answer', whom: 'anyone' },
      ...{ text: '周五家长会，来吗？', choices: ['来', '来不了'] },
    },
    'school.noteAnnouncementPicture': { file: 'picture-one.jpg' },
    'school.openAnnouncementPicture': { announcementId, number: 0 },
    'school.listAnnouncements': {},
    'school.showAnnouncement': { announcementId },
    'school.acknowledge': { announcementId, childId },
    'school.listSentAnnouncements': {},
    'school.showAnnouncementFigures': { announcementId },
    'school.remindAnnouncement': { announcementId },
    'school.withdrawAnnouncement': { announcementId },
    'school.tellInPerson': { announcementId, childId },
    'guides.listDrafts': { list: 'mine' },
    'guides.showDraft': deskVersion(things, 'desk-draft'),
    'guides.saveDraft': {
      base: { ...deskVersion(things, 'desk-draft'), rev: 1 },
      text: { ...draftText(), title: '改过的标题' },
      submit: false,
    },
    'guides.review': {
      ...deskVersion(things, 'desk-review'),
      decision: { kind: 'sign', code: 'C' },
    },
    'guides.publish': { ...deskVersion(things, 'desk-ready'), regions: [county] },
    'guides.withdraw': { ...deskVersion(things, 'c1-signs'), reason: '有一句写错了' },
    'guides.setReviewer': {
      postId: things.postId,
      // A counsellor's post, and those of teachers.
      signs: {
        codes: [things.postId === 'post-wx-li' ? 'C' : 'T'],
        ...{ title: '老师', organisation: '一小' },
      },
    },
    'reports.exportAudit': { year: 2026 },
    'reports.showOverview': { period: '2026-Q3' },
    'reports.listHolds': {},
    'reports.holdRecords': {
      phone: things === nothing ? '13999999999' : '13800001234',
      ...{ reason: '法院要保留证据', reference: '（2026）县法 12 号' },
    },
    'reports.liftHold': { id: things === nothing ? 'never-was' : holdId },
    'guides.showFigures': { guideId: 'c1-signs' },
    'guides.keepRecording': {
      ...{ guideId: guideId(things), version: 1, language: 'mandarin', block: 0, voice },
      digest: digestOf(libraryTexts()[0]?.blocks[0] ?? { title: '', text: '' }),
    },
    'guides.listRecordings': {},
    'guides.openRecording': { guideId: guideId(things), language: 'dialect' },
    'guides.approveRecording': { ...recorded(things), rev: 5 },
    'guides.withdrawRecording': recorded(things),
    'guides.getAudio': { guideId: guideId(things), version: 1, county },
    'guides.listCourses': {},
    'guides.accompany': { childId, courseId: 'parents-first' },
    'guides.answerAccompany': { accompanyId: things.offered, agree: true },
    'guides.listAccompanied': { as: 'companion' },
    'guides.sendKindWord': { accompanyId: things.together, word: 'glad' },
    'guides.tellFamily': { childId, guideId: guideId(things) },
    'guides.showOtherHalf': { guideId: 'c1-signs', otherHalf: 'm4-silent-child' },
    'guides.showScreening': { childId, as: 'caregiver' },
    'guides.submitScreening': {
      ...{ childId, as: 'caregiver' as const },
      ...{ formId: placeholderForm.id, version: placeholderForm.version },
      ...{ answers: placeholderForm.items.map(() => 1 as const), safety: 'no' as const },
    },
    'guides.showScreeningFigures': { appointmentId: things.visit },
    'guides.showForm': {},
    'guides.loadForm': { form: { ...placeholderForm, placeholder: false } },
  };
}

/** A service of whose school the first school's administrator is, one of the county, one elsewhere. */
function serviceId({ at }: Things): string {
  if (at._id === firstSchool._id) return schoolService._id;
  if (at.township === otherTownship) return service._id;
  return at._id === farService.schoolId ? farService._id : 'never-was';
}

/** A version at the desk of guides; the desk is one for the whole system. */
const deskVersion = (things: Things, id: string) => ({
  guideId: things === nothing ? 'never-was' : id,
  version: 1,
});

/** Guides are everybody's: only what never existed is not found. */
const guideId = (things: Things) => (things === nothing ? 'never-was' : 'c1-signs');

const recorded = (things: Things) => ({
  guideId: guideId(things),
  version: 1,
  language: 'dialect' as const,
});
