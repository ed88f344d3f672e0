import { hourMs } from '@rules/dates';
import { sealOutcome } from '../../../cloudfunctions/areas/booking/outcome';
import { sealDetails } from '../../../cloudfunctions/platform/announcement-document';
import { accompanyId, sealAccompany } from '../../../cloudfunctions/areas/guides/companions';
import {
  accompanies,
  announcements,
  appointments,
  bulletins,
  calls,
  children,
  consentRecords,
  notices,
  timeline,
} from '../../../cloudfunctions/platform/collections';
import { countyOf } from '@rules/reach';
import { sealNotice } from '../../../cloudfunctions/areas/notify/notice-view';
import { counsellorList } from '../../../cloudfunctions/areas/notify/note-calls';
import { bulletinNotice } from '../../../cloudfunctions/areas/notify/tell-bulletins';
import { memberId } from '../../../cloudfunctions/areas/family/circle';
import { entryDocument } from '../../../cloudfunctions/platform/timeline-entries';
import { sealWarmth } from '../../../cloudfunctions/platform/warmth';
import { at, monday } from './clock';
import { service } from './documents';
import type { Person } from './person';
import { nothingRaised, raiseAbout, type RaisedThings } from './safety';
import type { Booker, Scenario } from './scenario';
import { join } from './waiting';

/** What an input names of one family and its place. */
export interface Things {
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
  /** A note to the child that nobody has heard; a call that is proposed, one that has just been. */
  noteId: string;
  planId: string;
  calledId: string;
  /** A child of the place whose proxy has gone. */
  leftId: string;
  /** A recording that was sent to the school: its request, and its place in the thread. */
  sent: string;
  seq: number;
  /** What was announced to the whole school yesterday. */
  announcementId: string;
  /** Of two courses: one offered to the family by a teacher, one that they hear together. */
  offered: string;
  together: string;
  /** Somebody to telephone about the spoken visit; a guide that was sent to the family. */
  callId: string;
  bulletinId: string;
  /** What safeguarding has of the family. */
  raised: RaisedThings;
  at: { _id: string; township: string };
}

interface Plan {
  scenario: Scenario;
  counsellorId: string;
  admin: Person;
  at: { _id: string; township: string };
  postId: string;
  /** Who of safeguarding works on what is raised, and whom they could hand it to. */
  safety: { holder: string; colleague: string };
  /** Openid of a teacher of the place. */
  teacher: string;
}

let rounds = 0;

/** Lets a family hold, book, cancel and invite, so that everything it could name exists. */
export async function thingsOf(who: Booker, plan: Plan): Promise<Things> {
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
  const sent = `sent-to-school-${rounds}`;
  const said = await record(who);
  const { seq } = await who.call(
    'school.sendMessage',
    { threadId: childId, content: { kind: 'voice', voice: said }, audience: 'all' },
    sent,
  );
  const schoolId = place._id;
  const wanted = { role: 'teacher' as const, name: '新老师', schoolId };
  const { code: postCode } = await admin.call('account.invite', wanted);
  await scenario.database.add(consentRecords, {
    ...{ _id: `d_${childId}`, childId, by: who.openid, at: 0 },
    ...{ relation: 'paternalGrandmother', standing: 'caregiver', decisions: [] },
  });
  const leftId = await scenario.leftChild(place);
  const announcementId = await announced(scenario, place._id, said.fileId);
  const warm = await warmthOf(who, scenario, voice);
  return {
    ...warm,
    ...{ childId, leftId, memberId: memberId(childId, who.openid), free, held, waitlistId },
    ...{ visit: cancelled.id, spoken: heard.id, familyCode, postCode, postId, at: place },
    ...{ ...begun, open, sent, seq, announcementId },
    ...(await hearTogether(who, plan)),
    ...(await pushedTo(who, plan, { appointmentId: heard.id, slotId: spoken })),
    raised: await raiseAbout(scenario, who, plan.safety),
  };
}

/** Whom a person is to telephone about a visit, and a guide that was sent to the family. */
async function pushedTo(
  { openid, childId }: Booker,
  { scenario, counsellorId, at: place }: Plan,
  { appointmentId, slotId }: { appointmentId: string; slotId: string },
) {
  const { database } = scenario;
  const { start, placeName } = await scenario.slot(slotId);
  const callId = `visit_${appointmentId}_${start}`;
  await database.add(calls, {
    ...{ _id: callId, kind: 'visit', list: counsellorList(counsellorId), at: monday },
    ...{ slotId, start, placeName, childId, doneAt: null },
  });
  const bulletinId = `b_${childId}`;
  await database.add(bulletins, {
    ...{
      _id: bulletinId,
      guideId: 'c1-signs',
      title: '看一看',
      audience: 'families',
      by: 'wx-one',
    },
    ...{ county: countyOf(place.township), township: null, at: monday, tellAt: null, after: null },
    ...{ reached: 1, notReachable: 0, opened: 0, withdrawnAt: null },
  });
  const told = { nickname: '', title: '看一看' };
  const _id = bulletinNotice(bulletinId, openid);
  await database.add(notices, {
    ...{ _id, to: openid, kind: 'bulletin', bulletinId, at: monday - hourMs },
    details: sealNotice(_id, told),
  });
  return { callId, bulletinId };
}

/** An announcement of a school with a picture, as the job leaves it behind; answers its id. */
async function announced(scenario: Scenario, schoolId: string, fileId: string): Promise<string> {
  const _id = `n_${schoolId}_${rounds}`;
  const target = { scope: 'school' as const, schoolId };
  const details = { from: '王老师', text: '周五开家长会', choices: [], pictures: [fileId] };
  await scenario.database.add(announcements, {
    ...{ _id, target, key: `school:${schoolId}`, kind: 'tap', whom: 'anyone', by: 'wx-wang' },
    ...{ at: monday - 24 * hourMs, details: sealDetails(_id, details), choices: 0 },
    ...{
      withdrawnAt: null,
      held: false,
      heldParts: [],
      tellAt: null,
      round: 1,
      remindedAt: null,
      after: null,
    },
    ...{ children: 2, inPerson: 0, files: [] },
  });
  return _id;
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

export const callStart = monday - hourMs;

/** A recorded note of a parent who has left since, a call that is proposed, and one to ask after. */
async function warmthOf(
  { childId }: Booker,
  { database }: Scenario,
  voice: Awaited<ReturnType<typeof record>>,
) {
  const noteId = `n_${childId}`;
  const about = { _id: noteId, childId, at: monday - hourMs, by: '' };
  const note = { kind: 'note' as const, by: 'mother' as const, voice };
  await database.add(timeline, entryDocument(about, note));
  const time = { weekday: 1, minute: 7 * 60, weekly: true, first: callStart };
  const by = { by: 'mother' as const, from: 'somebody', noted: 0 };
  const [planId, calledId] = [`c_${childId}`, `c2_${childId}`];
  const plans = [
    { id: planId, ...time, ...by, state: 'proposed' as const },
    { id: calledId, ...time, ...by, state: 'agreed' as const },
  ];
  const warmth = sealWarmth(childId, {
    ...{ days: [], notes: [], answers: [], busy: [], contactAt: monday, plans },
  });
  await database.update(children, childId, { warmth });
  return { noteId, planId, calledId };
}

/** A course that a teacher offers to the family, and one that the family has agreed to. */
async function hearTogether({ openid, childId }: Booker, { scenario, teacher }: Plan) {
  const made = async (courseId: string, adult: string | null) => {
    const _id = accompanyId(childId, courseId, teacher);
    await scenario.database.add(accompanies, {
      ...{ _id, companion: teacher, role: 'teacher', childId, adult },
      ...{
        state: adult === null ? 'offered' : 'agreed',
        details: sealAccompany(_id, { courseId }),
      },
      ...{ at: monday, wordAt: null, expiresAt: monday + 90 * 24 * hourMs },
    });
    return _id;
  };
  return {
    offered: await made('caregivers-first', null),
    together: await made('teachers-first', openid),
  };
}

/** As long and of the same letters as what exists. */
export const nothing: Things = {
  ...{ childId: 'child-0', memberId: 'A'.repeat(24), free: 'counsellor-one_0' },
  ...{ held: 'counsellor-one_1', visit: 'a_none', spoken: 'a_nothing' },
  ...{ held: 'counsellor-one_1', visit: 'a_none', spoken: 'a_nothing' },
  waitlistId: 'child-0_1',
  ...{ today: 'a_today', begun: 'a_begun', referred: 'a_referred', agreed: 'a_agreed' },
  open: 'counsellor-one_2',
  ...{ familyCode: 'A'.repeat(22), postCode: 'B'.repeat(22), postId: 'p_none' },
  leftId: 'left-0',
  ...{ sent: 'sent-to-nobody', seq: monday },
  announcementId: 'n_none',
  ...{ noteId: 'n_child-0', planId: 'c_child-0', calledId: 'c2_child-0' },
  ...{ callId: 'visit_a_none_1', bulletinId: 'b_none' },
  ...{ offered: 'C'.repeat(24), together: 'D'.repeat(24) },
  raised: nothingRaised,
  at: { _id: 'school-none', township: '999999999' },
};

/** A recording of two seconds in the person's own folder of cloud storage. */
export async function record(who: Person, name = 'one') {
  const { person } = await who.call('account.home', {});
  const { default: sdk } = await import('wx-server-sdk');
  const cloudPath = `voice/${person.voiceFolder ?? ''}/${name}-${rounds}.mp3`;
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('not really') });
  return { fileId: fileID, seconds: 2 };
}
