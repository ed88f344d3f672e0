import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dayOf } from '@rules/dates';
import { consentVersions } from '@contract/consent';
import { purposes, worries } from '@contract/enums';
import { at, setClock } from '../support/clock';
import { school, service } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

const nickname = '小石头蛋';
const phone = '13812345678';
const openid = 'wx-grandma-7f3a';
const note = '孩子夜里常醒，下次带画来';

/** A whole journey, and then every byte that is left of it. */
describe('what is kept of a family', () => {
  let dataDir: string;
  let scenario: Scenario;
  let bytes: Buffer;
  let log: string;

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'xinqiao-at-rest-'));
    scenario = await Scenario.start({ dataDir });
    await journey(scenario);
    log = scenario.log.lines.join('');
    await scenario.close();
    bytes = Buffer.concat(
      readdirSync(dataDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(path.join(entry.parentPath, entry.name))),
    );
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('the journey did leave its traces there', () => {
    expect(bytes.includes(openid)).toBe(true);
    expect(bytes.includes('一小谈心室')).toBe(true);
    expect(log).toContain('"action":"booking.book"');
  });

  test.each([
    nickname,
    '石头',
    '小花蛋',
    note,
    '夜里常醒',
    phone,
    phone.slice(3),
    '2016-05',
    '李老师的名',
  ])('%s stands nowhere in the clear', (secret) => {
    expect(bytes.includes(secret)).toBe(false);
    // A document keeps its texts as JSON, where they might be escaped.
    const escaped = JSON.stringify(secret).slice(1, -1);
    const unicode = Array.from(secret, (letter) =>
      letter.charCodeAt(0) > 127
        ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
        : letter,
    ).join('');
    expect(bytes.includes(escaped)).toBe(false);
    expect(bytes.includes(unicode)).toBe(false);
  });

  test.each(worries.filter((worry) => worry !== 'school'))(
    'the worry "%s" stands nowhere in the clear',
    (worry) => {
      expect(bytes.includes(worry)).toBe(false);
    },
  );

  test.each([
    nickname,
    note,
    phone,
    openid,
    'adult-1',
    'child-1',
    'unhappy',
    '2016',
    'wx-li',
    'a_',
  ])('the log does not say %s', (secret) => {
    expect(log).not.toContain(secret);
  });
});

async function journey(scenario: Scenario): Promise<void> {
  const [nine = '', ten = '', eleven = ''] = await scenario.free(['9:00', '10:00', '11:00']);
  const counsellor = await scenario.counsellor('wx-li');
  const me = scenario.as(openid);
  await me.call('account.signIn', { role: 'caregiver', township: school.township });
  await me.call('account.updateSettings', { phone });
  const { id: childId } = await me.call('family.addChild', {
    nickname,
    birthYear: 2016,
    birthMonth: 5,
    schoolId: school._id,
    relation: 'paternalGrandmother',
  });
  await me.call('account.giveConsent', {
    childId: childId,
    choices: purposes.map((purpose) => ({
      purpose,
      agree: true,
      version: consentVersions[purpose],
    })),
  });
  await me.call('booking.findSlots', { childId });
  for (const slotId of [nine, ten]) {
    await me.call('booking.holdSlot', { slotId, childId });
    await me.call('booking.book', { slotId, childId, worries: [...worries] });
  }
  await me.call('booking.holdSlot', { slotId: eleven, childId });
  await me.call('booking.releaseSlot', { slotId: eleven });
  await me.call('booking.joinWaitlist', {
    ...{ childId, worries: [...worries] },
    wish: { kinds: ['school'], parts: ['morning'], until: dayOf(at('9:00', 9)) },
  });
  await scenario.test.runJobs();
  await counsellor.call('booking.listRequests', {});
  const { upcoming } = await me.call('account.home', {});
  await me.call('booking.cancel', { appointmentId: upcoming[1]?.id ?? '' });
  await me.call('booking.listAppointments', { when: 'upcoming' });
  await counsellor.call('booking.listDay', { day: dayOf(at('9:00')) });
  await overTheDesk(scenario, { counsellor, me, childId, visit: upcoming[0]?.id ?? '' });
  // Refusals are logged as well.
  await me.refusal('booking.cancel', { appointmentId: 'a_none' });
  await me.send({ action: 'booking.book', input: { nickname }, requestId: 'malformed-1' });
}

/** The visit moves, takes place, is noted and told of; a further one is booked for a new family. */
async function overTheDesk(
  scenario: Scenario,
  about: { counsellor: Person; me: Person; childId: string; visit: string },
): Promise<void> {
  const { counsellor, me, childId, visit: appointmentId } = about;
  const [slotId = '', further = ''] = await scenario.free(['14:00', '15:00']);
  await me.call('booking.holdSlot', { slotId, childId });
  await me.call('booking.reschedule', { appointmentId, slotId, reason: 'unwell' });
  await me.call('booking.joinVisit', { appointmentId, join: true });
  setClock(at('14:00'));
  // There was no parent to be asked: the visit takes place all the same.
  await scenario.test.runJobs();
  await counsellor.call('booking.checkIn', { appointmentId });
  const next = { kind: 'referral' as const, serviceId: service._id };
  await counsellor.call('booking.complete', { appointmentId, note, next });
  await counsellor.call('booking.showVisit', { appointmentId });
  await counsellor.call('booking.listReferrals', {});
  await counsellor.call('booking.bookForFamily', {
    ...{ slotId: further, worries: ['sleep'] },
    who: {
      ...{ known: false, nickname: '小花蛋', birthYear: 2016, birthMonth: 5, phone },
      ...{ relation: 'maternalGrandmother', schoolId: school._id },
    },
  });
  await scenario.test.runJobs();
  await me.call('notify.listInbox', {});
}
