import { hourMs } from '@rules/dates';
import { sealOutcome } from '../../../cloudfunctions/areas/booking/outcome';
import {
  appointments,
  children,
  consentRecords,
} from '../../../cloudfunctions/platform/collections';
import { memberId } from '../../../cloudfunctions/areas/family/circle';
import { at, monday } from './clock';
import { service } from './documents';
import type { Person } from './person';
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
  /** A child of the place whose proxy has gone. */
  leftId: string;
  at: { _id: string; township: string };
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
export const nothing: Things = {
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

/** A recording of two seconds in the person's own folder of cloud storage. */
export async function record(who: Person) {
  const { person } = await who.call('account.home', {});
  const { default: sdk } = await import('wx-server-sdk');
  const cloudPath = `voice/${person.voiceFolder ?? ''}/one-${rounds}.mp3`;
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('not really') });
  return { fileId: fileID, seconds: 2 };
}
