import { readFileSync } from 'node:fs';
import path from 'node:path';
import { limits } from '@contract/limits';
import { dayOf, minuteMs } from '@rules/dates';
import { triage } from '@rules/triage';
import { triageInCloud } from '@rules/triage/cloud';
import { alerts, children } from '../../../cloudfunctions/platform/collections';
import { parseSentences } from '../../../config/triage/labelled';
import { monday, moveClock } from '../support/clock';
import { county, school } from '../support/documents';
import type { Person } from '../support/person';
import { putOnDuty } from '../support/roster';
import { despair, harmless, startDesk, type SafeguardingDesk } from './support';

describe('what gives cause for an alert', () => {
  let here: SafeguardingDesk;

  beforeEach(async () => {
    here = await startDesk();
  });
  afterEach(() => here.scenario.close());

  test('is written with the message; duty person and stand-in are told, the family sees nothing', async () => {
    const { scenario, grandma, father, li, yang, admin, standard, say, rowsOf, told } = here;
    await standard();
    const sent = await say(despair);
    expect(sent.help).toEqual({ level: 'S3', onDuty: true });
    expect(await told(li)).toBe(1);
    expect(await told(yang)).toBe(1);
    expect(await told(admin)).toBe(0);
    const [row] = await rowsOf(li);
    expect(row).toMatchObject({
      ...{ level: 'S3', source: 'message', reason: 'words', state: 'waiting', raisedTo: 'duty' },
      ...{ overdue: false, acceptBy: monday + 15 * minuteMs },
      ...{ nickname: '小石头', placeName: school.name },
    });
    const stored = await scenario.database.find(alerts, {
      where: { childId: grandma.childId },
      order: [['at', 'desc']],
    });
    expect(JSON.stringify(stored)).not.toContain('农药');
    expect(JSON.stringify(stored)).not.toContain('小石头');
    for (const family of [grandma, father]) {
      expect(await family.refusal('safety.listAlerts', { show: 'open' })).toBe('FORBIDDEN');
      expect(await family.refusal('safety.showAlert', { alertId: row?.id ?? '' })).toBe(
        'FORBIDDEN',
      );
    }
    // A harmless message is answered as ever, without a word of help.
    expect(await say(harmless)).not.toHaveProperty('help');
  });

  test('goes by the larger table of the cloud, not by what the phone noticed', async () => {
    const { li, standard, say, rowsOf } = here;
    await standard();
    const file = path.resolve('config', 'triage', 'development', 'messages.txt');
    const meant = parseSentences(readFileSync(file, 'utf8')).filter(({ level }) => level !== 'S0');
    const level = (text: string) => triageInCloud(text).level;
    const alone = meant.find(({ text }) => triage(text).level < 'S2' && level(text) >= 'S2');
    if (!alone) throw new Error('the cloud notices nothing that the phone does not');
    // The sender is shown help all the same: the answer says how grave the cloud finds it.
    const sent = await say(alone.text);
    expect(sent.help).toEqual({ level: level(alone.text), onDuty: true });
    expect(await rowsOf(li)).toMatchObject([{ level: level(alone.text), reason: 'words' }]);
  });

  test('a repeated request raises it once', async () => {
    const { li, standard, say, rowsOf, told } = here;
    await standard();
    await say(despair, {}, 'said-once-1');
    await say(despair, {}, 'said-once-1');
    expect(await rowsOf(li)).toHaveLength(1);
    expect(await told(li)).toBe(1);
  });

  test('nobody on duty: the sender is told so, the administrator is told, the phones are there', async () => {
    const { grandma, admin, say, rowsOf, told } = here;
    expect((await say(despair)).help).toEqual({ level: 'S3', onDuty: false });
    expect(await told(admin)).toBe(1);
    const who = await grandma.call('safety.whoIsOnDuty', { childId: grandma.childId });
    expect(who).toMatchObject({ onDuty: false });
    expect(await rowsOf(admin)).toMatchObject([{ raisedTo: 'admin' }]);
  });

  test('whoever belongs to the child’s family, or is reported, is passed over and refused', async () => {
    const { scenario, grandma, li, say, rowsOf, theOnly, told } = here;
    const entry = { openid: li.openid, relation: 'mother' as const, standing: 'guardian' as const };
    const child = await scenario.database.get(children, grandma.childId);
    await scenario.database.update(children, grandma.childId, {
      circle: [...(child?.circle ?? []), { ...entry, since: monday }],
    });
    await putOnDuty(scenario, [{ duty: li.openid }]);
    expect((await say(despair)).help).toEqual({ level: 'S3', onDuty: false });
    expect(await told(li)).toBe(0);
    const alertId = await theOnly();
    expect(await rowsOf(li)).toEqual([]);
    expect(await li.refusal('safety.showAlert', { alertId })).toBe('NOT_FOUND');
    expect(await li.refusal('safety.acceptAlert', { alertId })).toBe('NOT_FOUND');
    expect(await grandma.call('safety.whoIsOnDuty', { childId: grandma.childId })).toMatchObject({
      onDuty: false,
    });
  });

  test('a child without a school has its alert too, with the township', async () => {
    const { scenario, grandma, li, rowsOf } = here;
    await scenario.database.update(children, grandma.childId, { schoolId: '', schoolName: '' });
    await putOnDuty(scenario, [{ duty: li.openid }]);
    const mood = { childId: grandma.childId, day: dayOf(monday), face: 'sad' as const };
    const { help } = await grandma.call('family.recordMood', { ...mood, words: '我不想活了' });
    expect(help).toMatchObject({ onDuty: true });
    expect(await rowsOf(li)).toMatchObject([{ source: 'note', nickname: '小石头' }]);
  });

  test('two hundred in a minute are all there, all raised further, each once', async () => {
    const { scenario, li, admin, standard } = here;
    await standard();
    for (let round = 0; round < 10; round += 1) {
      const families = await Promise.all(Array.from({ length: 20 }, () => scenario.family()));
      await Promise.all(
        families.map((one) =>
          one.call('school.sendMessage', {
            threadId: one.childId,
            content: { kind: 'text', text: despair },
            audience: 'teacher',
          }),
        ),
      );
      moveClock(5000);
    }
    const seen = new Set<string>();
    let before: string | undefined;
    do {
      const page = await li.call('safety.listAlerts', { show: 'open', before });
      for (const { id } of page.rows) seen.add(id);
      before = page.next;
      expect(page.counts.S3).toBe(200);
    } while (before !== undefined);
    expect(seen.size).toBe(200);
    moveClock(15 * minuteMs);
    await scenario.test.runJobs();
    const { counts } = await admin.call('safety.listAlerts', { show: 'open' });
    expect(counts.overdue).toBe(200);
    const raised = await scenario.database.find(alerts, {
      where: { county, open: true },
      order: [['order', 'asc']],
      limit: 300,
    });
    expect(raised.filter(({ raisedTo }) => raisedTo === 'next')).toHaveLength(200);
    expect(raised.filter(({ steps }) => steps === 1)).toHaveLength(200);
  });

  test('five hundred open ones: every one on some page, each page within its budget', async () => {
    const { scenario, li, standard, say, theOnly } = here;
    await standard();
    await say(despair);
    const first = await scenario.database.get(alerts, await theOnly());
    if (!first) throw new Error('nothing was raised');
    const { openEvidence, sealEvidence } =
      await import('../../../cloudfunctions/platform/alert-evidence');
    const said = openEvidence(alerts, first);
    const more = Array.from({ length: 499 }, (_none, number) => {
      const _id = `message_more-${number}_words`;
      return {
        ...{ ...first, _id, ref: `more-${number}`, at: first.at + number },
        ...{ order: first.order + number + 1, evidence: sealEvidence(alerts, _id, said) },
      };
    });
    for (let from = 0; from < more.length; from += 100) {
      await scenario.database.addMany(alerts, more.slice(from, from + 100));
    }
    const { cloud } = scenario.test;
    const seen = new Set<string>();
    let pages = 0;
    let before: string | undefined;
    do {
      const trips = cloud.stats().roundTrips;
      const page = await li.call('safety.listAlerts', { show: 'open', before });
      // The caller; the roster; page, counts and recordings side by side.
      expect(cloud.stats().roundTrips - trips).toBeLessThanOrEqual(5);
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(16 * 1024);
      expect(page.counts).toMatchObject({ S3: 500 });
      for (const { id } of page.rows) seen.add(id);
      pages += 1;
      before = page.next;
    } while (before !== undefined);
    expect(seen.size).toBe(500);
    expect(pages).toBe(Math.ceil(500 / limits.alertsPerPage));
  });

  test('what a family reads is byte for byte the same with and without an alert', async () => {
    const { scenario, grandma, father, li, standard, theOnly } = here;
    await standard();
    const other = scenario.as('wx-father-two');
    const twin = await scenario.family({
      with: [{ openid: other.openid, relation: 'father' }],
    });
    // The same message; beside one of them stands an alert that staff have raised and worked on.
    const quiet = { content: { kind: 'text' as const, text: harmless }, audience: 'all' as const };
    await grandma.call('school.sendMessage', { ...quiet, threadId: grandma.childId }, 'same-one-1');
    await twin.call('school.sendMessage', { ...quiet, threadId: twin.childId }, 'same-one-1');
    const seq = (await father.call('school.getThread', { threadId: grandma.childId })).messages[0]
      ?.seq;
    await father.call('school.reportMessage', {
      ...{ threadId: grandma.childId, seq: seq ?? 0, reason: 'harm' },
    });
    const alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.addAlertStep', { alertId, step: 'note', text: '看过了' });
    await li.call('safety.showAlert', { alertId });
    await scenario.test.runJobs();
    const seen = async (adult: Person, child: string, mine: string) => {
      const childId = child;
      const answers = [
        await adult.ask('account.home', {}),
        await adult.ask('school.listThreads', {}),
        await adult.ask('school.getThread', { threadId: childId }),
        await adult.ask('school.listChanges', { known: {} }),
        await adult.ask('notify.listInbox', {}),
        await adult.ask('account.listAccessLog', { childId }),
        await adult.ask('family.listTimeline', { childId }),
        await adult.ask('safety.whoIsOnDuty', { childId }),
        await adult.ask('account.exportMyData', { part: 'me' }),
        await adult.ask('account.exportMyData', { part: 'notices' }),
        await adult.ask('safety.showAlert', { alertId }),
      ];
      return JSON.stringify(answers)
        .replaceAll(childId, 'CHILD')
        .replaceAll(mine, 'ADULT')
        .replaceAll(/"(id|stamp|from|voiceFolder)":("[^"]*"|\{"id":"[^"]*")/g, '"$1":"SOME"')
        .replaceAll(/"[\w-]{24}"/g, '"SOME"');
    };
    expect(await seen(father, grandma.childId, father.openid)).toBe(
      await seen(other, twin.childId, other.openid),
    );
    expect(await seen(grandma, grandma.childId, grandma.openid)).not.toContain('alert_');
  });
});
