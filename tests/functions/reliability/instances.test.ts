import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { consentVersions } from '@contract/consent';
import { purposes } from '@contract/enums';
import { dayOf } from '@rules/dates';
import { monday } from '../support/clock';
import {
  counsellorDocument,
  counsellorPerson,
  school,
  service,
  township,
} from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

const CallLineSchema = v.object({ action: v.string(), trips: v.number(), ms: v.number() });
/** The first run of the timer says as well which migrations there was nothing to do for. */
const MigratedLineSchema = v.object({ migration: v.string(), changed: v.number() });
const LineSchema = v.union([CallLineSchema, MigratedLineSchema]);
const OutputLineSchema = v.object({ event: v.literal('output'), line: v.string() });

/** The functions as they are deployed: bundled, in processes of their own, called as WeChat calls. */
describe('the built functions', () => {
  let folder: string;
  let test_: TestCloud;
  const output: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-instances-'));
    const { buildFunctions } = await import('../../../config/build-functions');
    await buildFunctions({ outDir: folder });
    test_ = await startTestCloud({
      functionsDir: folder,
      maxInstances: 2,
      log: (line) => {
        const read = v.safeParse(OutputLineSchema, line);
        if (read.success) output.push(read.output.line);
      },
    });
    test_.cloud.clock.set(monday);
    const platform = await import('../../../cloudfunctions/platform/collections');
    await test_.database.add(platform.schools, school);
    await test_.database.add(platform.services, service);
    await test_.database.add(platform.counsellors, counsellorDocument());
    await test_.database.add(platform.people, counsellorPerson('wx-li', 'counsellor-one'));
  });
  afterAll(async () => {
    await test_.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the timer makes places, by the clock of the cloud', async () => {
    const answer = await test_.cloud.runTimer('minute');
    expect(answer).toMatchObject({ ok: true, result: { slotsMade: 42 } });
    const called = await test_.cloud.callFunction('jobs', {}, { openid: 'wx-curious' });
    expect(called.ok && called.result).toStrictEqual({});
  });

  test('a grandmother signs in, books, and the counsellor sees her come', async () => {
    const grandma = test_.asThroughInstances('wx-grandma');
    const counsellor = test_.asThroughInstances('wx-li');
    await grandma.call('account.signIn', { role: 'caregiver', township });
    const child = await grandma.call('family.addChild', {
      nickname: '小石头',
      birthYear: 2018,
      birthMonth: 5,
      schoolId: school._id,
      relation: 'paternalGrandmother',
    });
    await grandma.call('account.giveConsent', {
      childId: child.id,
      choices: purposes.map((purpose) => ({
        purpose,
        agree: true,
        version: consentVersions[purpose],
      })),
    });
    const { slots, now } = await grandma.call('booking.findSlots', { childId: child.id });
    expect(dayOf(now)).toBe('2026-11-23');
    const slotId = slots[0]?.id ?? '';
    await grandma.call('booking.holdSlot', { slotId, childId: child.id });
    const worries = ['silent' as const];
    const visit = await grandma.call('booking.book', { slotId, childId: child.id, worries });
    const { entries } = await counsellor.call('booking.listDay', { day: dayOf(visit.start) });
    const entry = entries.find((one) => one.slotId === slotId);
    expect(entry?.visit).toMatchObject({ nickname: '小石头', worries, visitNumber: 1 });
  });

  test('nobody inherits the identity of whom the instance served before', async () => {
    const people = Array.from({ length: 12 }, (_, number) => `wx-person-${number}`);
    const home = async (openid: string) =>
      (await test_.asThroughInstances(openid).call('account.home', {})).person;
    await Promise.all(
      people
        .filter((_, number) => number % 2 === 0)
        .map((openid) =>
          test_.asThroughInstances(openid).call('account.signIn', { role: 'parent' }),
        ),
    );
    const seen = await Promise.all(people.map(home));
    expect(seen.map(({ signedIn }) => signedIn)).toStrictEqual(
      people.map((_, number) => number % 2 === 0),
    );
    const folders = seen.flatMap(({ voiceFolder }) => voiceFolder ?? []);
    expect(new Set(folders).size).toBe(people.length / 2);
  });

  test('their log is JSON, a line a call, and names nobody', () => {
    expect(output.length).toBeGreaterThan(10);
    for (const line of output) {
      v.parse(LineSchema, JSON.parse(line));
      expect(line).not.toMatch(/wx-|小石头|silent|c_|a_/);
    }
  });
});
