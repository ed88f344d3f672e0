import type { ActionName, InputOf } from '@contract';
import { consentVersions } from '@contract/consent';
import { defaultPriority } from '@rules/priority';
import { county, hoursAt, placeAt, school, service, township } from './documents';
import { setupCode } from './test-cloud';
import { nothing, type Things } from './things';
import { anyWish } from './waiting';

export type Inputs = { [Name in ActionName]: InputOf<Name> };

/** An input for every action, about these things. */
export function inputsOf(things: Things): Inputs {
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
