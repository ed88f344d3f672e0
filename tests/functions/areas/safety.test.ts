/** Notice, bring a person, follow through; and no account of a family ever learns of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { addDays, addMonths, dayOf, hourMs, minuteMs, startOfDay } from '@rules/dates';
import { triage } from '@rules/triage';
import { triageInCloud } from '@rules/triage/cloud';
import {
  alerts,
  alertSteps,
  children,
  corrections,
  people,
  safeguardingLog,
  unheard,
} from '../../../cloudfunctions/platform/collections';
import { parseSentences } from '../../../config/triage/labelled';
import { monday, moveClock, setClock } from '../support/clock';
import { county, school } from '../support/documents';
import type { Person } from '../support/person';
import { putOnDuty, withPhone } from '../support/roster';
import { Scenario, type Booker } from '../support/scenario';
import { record } from '../support/things';

const despair = '孩子说不想活了，手里拿着农药';
const harmless = '今天作业写完了';

describe('an alert', () => {
  let scenario: Scenario;
  let grandma: Booker;
  let father: Person;
  let li: Person;
  let yang: Person;
  let admin: Person;
  let next: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    father = scenario.as('wx-father');
    grandma = await scenario.family({
      phone: '13800001234',
      with: [{ openid: father.openid, relation: 'father' }],
    });
    await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId: school._id });
    li = await scenario.counsellor('wx-li');
    yang = await scenario.staff({ openid: 'wx-yang', role: 'director', name: '杨主任' });
    next = await scenario.staff({ openid: 'wx-next', role: 'director', name: '赵主任' });
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '周科长' });
  });
  afterEach(async () => {
    await scenario.close();
  });

  const standard = () =>
    putOnDuty(scenario, [
      { duty: li.openid, standIn: yang.openid },
      { duty: next.openid, day: addDays(dayOf(monday), 1) },
    ]);
  const say = (text: string, part: Partial<InputOf<'school.sendMessage'>> = {}, id?: string) =>
    grandma.call(
      'school.sendMessage',
      {
        threadId: grandma.childId,
        content: { kind: 'text', text },
        audience: 'all',
        ...part,
      },
      id,
    );
  const rowsOf = async (who: Person) =>
    (await who.call('safety.listAlerts', { show: 'open' })).rows;
  const theOnly = async () => {
    const [row, more] = await rowsOf(admin);
    if (!row || more) throw new Error('there is not exactly one alert');
    return row.id;
  };
  const told = async (who: Person) => {
    await scenario.test.runJobs();
    const { notices } = await who.call('notify.listInbox', {});
    return notices.filter(({ kind }) => kind === 'dutyAlert').length;
  };

  test('is written with the message; duty person and stand-in are told, the family sees nothing', async () => {
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
    await standard();
    await say(despair, {}, 'said-once-1');
    await say(despair, {}, 'said-once-1');
    expect(await rowsOf(li)).toHaveLength(1);
    expect(await told(li)).toBe(1);
  });

  test('shows what was said and around it, whom to call, and leaves its trace in its own log alone', async () => {
    await standard();
    await say('孩子这两天不吃饭');
    moveClock(1000);
    await say(despair);
    moveClock(1000);
    await say('老师快看看');
    const alertId = (await rowsOf(li)).find(({ level }) => level === 'S3')?.id ?? '';
    const { alert } = await li.call('safety.showAlert', { alertId });
    expect(alert.said).toMatchObject({
      ...{ kind: 'text', text: despair, at: monday + 1000 },
      by: { relation: 'paternalGrandmother' },
    });
    expect(alert.around.map(({ text, before }) => [text, before])).toEqual([
      ['孩子这两天不吃饭', true],
      ['老师快看看', false],
    ]);
    expect(alert.phones.adults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ relation: 'paternalGrandmother', phone: '13800001234' }),
      ]),
    );
    expect(alert.chainOk).toBe(true);
    expect(alert.colleagues.map(({ name }) => name).sort()).toEqual(
      ['李老师', '杨主任', '赵主任', '周科长'].sort(),
    );
    const logged = await scenario.database.find(safeguardingLog, {
      where: { ref: alertId },
      order: [['at', 'desc']],
    });
    expect(logged).toMatchObject([{ viewer: li.openid, what: 'show' }]);
    const looks = await father.call('account.listAccessLog', { childId: grandma.childId });
    expect(looks.looks).toEqual([]);
  });

  test('two who accept at once: one has it, the other hears who', async () => {
    await standard();
    await say(despair);
    const alertId = await theOnly();
    const both = await Promise.all(
      [li, yang].map((who) => who.call('safety.acceptAlert', { alertId })),
    );
    expect(both.map(({ won }) => won).sort()).toEqual([false, true]);
    const loser = both.find(({ won }) => !won);
    expect(loser?.alert.acceptedBy).toMatchObject({ mine: false });
    expect(['李老师', '杨主任']).toContain(loser?.alert.acceptedBy?.name);
  });

  test('unaccepted it goes to the next in line, then to the administrator, and stays overdue', async () => {
    await standard();
    await say(despair);
    moveClock(14 * minuteMs);
    expect(await told(next)).toBe(0);
    moveClock(minuteMs);
    expect(await told(next)).toBe(1);
    expect((await rowsOf(admin))[0]).toMatchObject({ raisedTo: 'next', overdue: true });
    expect(await told(admin)).toBe(0);
    moveClock(15 * minuteMs);
    expect(await told(admin)).toBe(1);
    // The same minute again tells nobody twice.
    expect(await told(admin)).toBe(1);
    moveClock(hourMs);
    expect(await told(admin)).toBe(2);
    const alertId = await theOnly();
    await yang.call('safety.acceptAlert', { alertId });
    moveClock(2 * hourMs);
    expect(await told(admin)).toBe(2);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert.history.map(({ step }) => step)).toEqual([
      ...['raised', 'escalated', 'escalated', 'escalated', 'accepted'],
    ]);
    expect(alert.overdue).toBe(false);
    expect(alert.chainOk).toBe(true);
  });

  test('nobody on duty: the sender is told so, the administrator is told, the phones are there', async () => {
    expect((await say(despair)).help).toEqual({ level: 'S3', onDuty: false });
    expect(await told(admin)).toBe(1);
    const who = await grandma.call('safety.whoIsOnDuty', { childId: grandma.childId });
    expect(who).toMatchObject({ onDuty: false });
    expect(await rowsOf(admin)).toMatchObject([{ raisedTo: 'admin' }]);
  });

  test('whoever belongs to the child’s family, or is reported, is passed over and refused', async () => {
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
    await scenario.database.update(children, grandma.childId, { schoolId: '', schoolName: '' });
    await putOnDuty(scenario, [{ duty: li.openid }]);
    const mood = { childId: grandma.childId, day: dayOf(monday), face: 'sad' as const };
    const { help } = await grandma.call('family.recordMood', { ...mood, words: '我不想活了' });
    expect(help).toMatchObject({ onDuty: true });
    expect(await rowsOf(li)).toMatchObject([{ source: 'note', nickname: '小石头' }]);
  });

  test('is finished with steps, the reporting checklist, an outcome, and a second person', async () => {
    await standard();
    await say(despair);
    const alertId = await theOnly();
    const result = {
      ...{ alertId, outcome: 'authorities' as const, text: '和派出所一起上门' },
      judgement: 'right' as const,
    };
    expect(await li.refusal('safety.resolveAlert', result)).toBe('CANNOT_FOLLOW');
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.addAlertStep', { alertId, step: 'called', text: '打给奶奶，没接' });
    expect(await yang.refusal('safety.addAlertStep', { alertId, step: 'spoke' })).toBe(
      'CANNOT_FOLLOW',
    );
    expect(await li.refusal('safety.resolveAlert', result)).toBe('REPORT_NEEDED');
    await li.call('safety.recordReport', {
      alertId,
      report: { made: true, to: 'police', at: monday, receipt: 'A-17' },
    });
    moveClock(minuteMs);
    const done = await li.call('safety.resolveAlert', result);
    expect(done.alert.state).toBe('secondLook');
    expect(await li.refusal('safety.confirmResolution', { alertId, agree: true })).toBe(
      'CANNOT_FOLLOW',
    );
    await yang.call('safety.confirmResolution', { alertId, agree: false, text: '再去看一次' });
    await li.call('safety.resolveAlert', result);
    const closed = await yang.call('safety.confirmResolution', { alertId, agree: true });
    expect(closed.alert.state).toBe('closed');
    expect(await rowsOf(li)).toEqual([]);
    const { rows } = await li.call('safety.listAlerts', { show: 'closed' });
    expect(rows).toMatchObject([{ id: alertId, state: 'closed' }]);
    const { alert } = await li.call('safety.showAlert', { alertId });
    expect(alert.reporting).toMatchObject({
      ...{ open: false, reported: [{ to: 'police', receipt: 'A-17' }] },
    });
    expect(alert.chainOk).toBe(true);
    const { text, head } = await admin.call('safety.exportAlert', { alertId, purpose: '来函' });
    for (const part of [despair, '公安', 'A-17', '前后一致', head]) expect(text).toContain(part);
    const { heads } = await admin.call('safety.showChainHeads', {});
    expect(heads).toMatchObject([{ id: alertId, head }]);
  });

  test('a history that is changed from outside shows', async () => {
    await standard();
    await say(despair);
    const alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.addAlertStep', { alertId, step: 'called' });
    const chainOk = async () => (await li.call('safety.showAlert', { alertId })).alert.chainOk;
    expect(await chainOk()).toBe(true);
    const [first] = await scenario.database.find(alertSteps, {
      where: { alertId },
      order: [['n', 'asc']],
      limit: 1,
    });
    await scenario.database.update(alertSteps, `${alertId}_1`, { at: (first?.at ?? 0) + 1 });
    expect(await chainOk()).toBe(false);
    await scenario.database.update(alertSteps, `${alertId}_1`, { at: first?.at });
    expect(await chainOk()).toBe(true);
    await scenario.database.removeWhere(alertSteps, { _id: `${alertId}_2` });
    expect(await chainOk()).toBe(false);
  });

  test('evidence survives the deletion of the account, with its recording', async () => {
    await standard();
    const voice = await record(grandma);
    await say('', { content: { kind: 'voice', voice, transcript: despair } });
    const alertId = await theOnly();
    await grandma.call('account.deleteAccount', {});
    await scenario.database.update(people, father.openid, { deleteAt: monday });
    moveClock(16 * 24 * hourMs);
    await scenario.test.runJobs();
    expect(await scenario.database.get(children, grandma.childId)).toBeUndefined();
    const { alert } = await admin.call('safety.showAlert', { alertId });
    expect(alert.said).toMatchObject({ kind: 'voice', text: despair });
    expect(alert.said.url).toContain('http');
    expect(alert.nickname).toBe('小石头');
    expect(alert.chainOk).toBe(true);
  });

  test('a recording without words waits for an ear, and becomes an alert by a person', async () => {
    await standard();
    const voice = await record(grandma);
    const spoken = { kind: 'voice' as const, voice };
    await say('', { content: spoken, urgent: 'other' });
    const { recordings } = await li.call('safety.listUnheard', {});
    expect(recordings).toMatchObject([
      { urgent: true, hearBy: monday + 2 * hourMs, nickname: '小石头', seconds: 2 },
    ]);
    const ref = recordings[0]?.ref ?? '';
    expect((await li.call('safety.openUnheard', { ref })).url).toContain('http');
    const heard = { ref, level: 'S2' as const, text: '说身上疼' };
    const { alertId = '' } = await li.call('safety.markVoiceHeard', heard, 'heard-once-1');
    await li.call('safety.markVoiceHeard', heard, 'heard-once-1');
    expect((await li.call('safety.listUnheard', {})).recordings).toEqual([]);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert).toMatchObject({ reason: 'heard', said: { kind: 'voice', text: '说身上疼' } });
    expect(await grandma.refusal('safety.openUnheard', { ref })).toBe('FORBIDDEN');
    expect(await scenario.database.get(unheard, ref)).toBeUndefined();
  });

  test('two hundred in a minute are all there, all raised further, each once', async () => {
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

  test('what people judge is kept without whose it was', async () => {
    await standard();
    await say('小石头说不想活了，电话13812345678，找李建国老师');
    const alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.resolveAlert', {
      ...{ alertId, outcome: 'noConcern', text: '是歌词' },
      ...{ judgement: 'wrong', levelShouldBe: 'S0' },
    });
    moveClock(1000);
    await li.call('safety.recordMissed', { text: '娃儿的话我没听懂', levelShouldBe: 'S2' });
    const { rows } = await admin.call('safety.exportCorrections', {});
    expect(rows.map(({ judgement }) => judgement)).toEqual(['missed', 'wrong']);
    const out = JSON.stringify(rows);
    for (const secret of ['小石头', '138', '李建国', grandma.childId, grandma.openid]) {
      expect(out).not.toContain(secret);
    }
    expect(out).toContain('不想活了');
    const stored = await scenario.database.find(corrections, {
      where: { county },
      order: [['at', 'desc']],
    });
    expect(JSON.stringify(stored)).not.toContain('不想活');
  });

  test('the roster takes only people who can be reached, shows its gaps, and shifts are swapped', async () => {
    const week = '2026-11-23';
    const entry = { day: '2026-11-24', from: 480, to: 1080, postId: 'post-wx-li' };
    const refused = await admin.call('safety.setDuty', { week, rev: 0, entries: [entry] });
    expect(refused).toMatchObject({ set: false, unreachable: [{ postId: 'post-wx-li' }] });
    await withPhone(scenario, li.openid);
    const set = await admin.call('safety.setDuty', { week, rev: 0, entries: [entry] });
    expect(set).toMatchObject({ set: true, rev: 1 });
    expect(await admin.refusal('safety.setDuty', { week, rev: 0, entries: [] })).toBe(
      'CHANGED_MEANWHILE',
    );
    const shown = await li.call('safety.listDuty', { from: '2026-11-26' });
    expect(shown).toMatchObject({ week, mayChange: false, shifts: [{ duty: { mine: true } }] });
    expect(shown.gaps).toEqual(
      expect.arrayContaining([
        { day: '2026-11-24', from: 0, to: 480 },
        { day: '2026-11-24', from: 1080, to: 1440 },
      ]),
    );
    const shiftId = shown.shifts[0]?.id ?? '';
    const swap = { week, shiftId, toPostId: 'post-wx-yang' };
    expect(await li.refusal('safety.askSwap', swap)).toBe('UNREACHABLE');
    await withPhone(scenario, yang.openid);
    expect(await yang.refusal('safety.askSwap', { ...swap, toPostId: 'post-wx-li' })).toBe(
      'FORBIDDEN',
    );
    await li.call('safety.askSwap', swap);
    await yang.call('safety.answerSwap', { week, shiftId, agree: true });
    const after = await li.call('safety.listDuty', { from: week });
    expect(after.shifts[0]?.duty).toMatchObject({ postId: 'post-wx-yang', name: '杨主任' });
    setClock(monday + 24 * hourMs);
    expect(await grandma.call('safety.whoIsOnDuty', { childId: grandma.childId })).toMatchObject({
      onDuty: true,
      until: monday + 34 * hourMs,
    });
  });

  test('whoever loses their post is on duty no more: the stand-in is, or it is a gap', async () => {
    await putOnDuty(scenario, [
      { duty: li.openid, standIn: yang.openid, to: 12 },
      { duty: li.openid, from: 12 },
    ]);
    await admin.call('account.endPost', { postId: 'post-wx-li' });
    expect((await say(despair)).help).toEqual({ level: 'S3', onDuty: true });
    expect(await told(yang)).toBe(1);
    expect(await li.refusal('safety.listAlerts', { show: 'open' })).toBe('FORBIDDEN');
    const { shifts, gaps } = await yang.call('safety.listDuty', { from: dayOf(monday) });
    expect(shifts).toMatchObject([{ duty: { postId: 'post-wx-yang', mine: true } }]);
    expect(gaps[0]).toEqual({ day: dayOf(monday), from: 720, to: 1440 });
  });

  test('a wrong number is said with one tap, and whoever has called it says so', async () => {
    await scenario.as('wx-nobody').call('safety.reportLine', {
      ...{ lineId: 'national-12356', what: 'noAnswer' },
    });
    const line = async () =>
      (await admin.call('safety.listLines', {})).lines.find(({ id }) => id === 'national-12356');
    expect(await line()).toMatchObject({ reports: { noAnswer: 1, wrongNumber: 0 } });
    await admin.call('safety.verifyLine', { lineId: 'national-12356' });
    expect(await line()).toMatchObject({ verifiedAt: monday, reports: { noAnswer: 0 } });
    expect(
      await admin.refusal('safety.verifyLine', { lineId: 'national-12356', number: '12345' }),
    ).toBe('FORBIDDEN');
  });

  test('finished ones go when their time is over, with history and recording; what an authority wants stays', async () => {
    await putOnDuty(scenario, [{ duty: li.openid }]);
    const other = await scenario.family();
    for (const who of [grandma, other]) {
      await who.call('school.sendMessage', {
        ...{ threadId: who.childId, content: { kind: 'text', text: despair }, audience: 'all' },
      });
    }
    const ids = (await rowsOf(li)).map(({ id }) => id);
    for (const alertId of ids) {
      await li.call('safety.acceptAlert', { alertId });
      const result = { outcome: 'supported' as const, text: '都好了', judgement: 'right' as const };
      const report =
        alertId === ids[0]
          ? { made: true as const, to: 'police' as const, at: monday }
          : { made: false as const, reason: '奶奶说的是电视里的事' };
      await li.call('safety.recordReport', { alertId, report });
      await li.call('safety.resolveAlert', { alertId, ...result });
      await admin.call('safety.confirmResolution', { alertId, agree: true });
    }
    const { sweepAlerts } = await import('../../../cloudfunctions/areas/safety/sweep-alerts');
    const late = (months: number) => startOfDay(addMonths(dayOf(monday), months));
    await sweepAlerts(scenario.database, late(limits.alertMonths - 1));
    expect(await scenario.database.get(alerts, ids[1] ?? '')).toBeDefined();
    await sweepAlerts(scenario.database, late(limits.alertMonths + 1));
    expect(await scenario.database.get(alerts, ids[1] ?? '')).toBeUndefined();
    const gone = { where: { alertId: ids[1] }, limit: 10 };
    expect(await scenario.database.find(alertSteps, gone)).toEqual([]);
    expect(await scenario.database.get(alerts, ids[0] ?? '')).toMatchObject({ legalHold: true });
    expect(await scenario.database.find(safeguardingLog, { where: { at: { $gt: 0 } } })).toEqual(
      [],
    );
  });

  test('what was kept for an authority is let go by a second person, with a reason', async () => {
    await standard();
    await say(despair);
    const alertId = await theOnly();
    const lift = { alertId, text: '派出所说结案了' };
    await li.call('safety.acceptAlert', { alertId });
    const report = { made: true as const, to: 'police' as const, at: monday };
    await li.call('safety.recordReport', { alertId, report });
    // Not while it is worked on.
    expect(await yang.refusal('safety.liftHold', lift)).toBe('CANNOT_FOLLOW');
    const result = { outcome: 'supported' as const, text: '都好了', judgement: 'right' as const };
    await li.call('safety.resolveAlert', { alertId, ...result });
    await yang.call('safety.confirmResolution', { alertId, agree: true });
    // Whoever had it kept does not let it go, and no family learns that there is anything.
    expect(await li.refusal('safety.liftHold', lift)).toBe('CANNOT_FOLLOW');
    expect(await grandma.refusal('safety.liftHold', lift)).toBe('FORBIDDEN');
    const show = async (who: Person) => (await who.call('safety.showAlert', { alertId })).alert;
    expect(await show(li)).toMatchObject({ kept: true, may: { lift: false } });
    expect(await show(yang)).toMatchObject({ kept: true, may: { lift: true } });
    await yang.call('safety.liftHold', lift, 'lift-it-once-1');
    await yang.call('safety.liftHold', lift, 'lift-it-once-1');
    const after = await show(li);
    expect(after).toMatchObject({ kept: false, chainOk: true, may: { lift: false } });
    expect(after.history.filter(({ step }) => step === 'holdLifted')).toMatchObject([
      { by: { name: '杨主任' }, text: lift.text },
    ]);
    expect(await admin.refusal('safety.liftHold', lift)).toBe('CANNOT_FOLLOW');
    // An authority that asks again has it kept again; then it goes when its time is over.
    await admin.call('safety.exportAlert', { alertId, purpose: '法院来函' });
    expect(await admin.refusal('safety.liftHold', lift)).toBe('CANNOT_FOLLOW');
    await li.call('safety.liftHold', lift);
    const { sweepAlerts } = await import('../../../cloudfunctions/areas/safety/sweep-alerts');
    const late = startOfDay(addMonths(dayOf(monday), limits.alertMonths + 1));
    await sweepAlerts(scenario.database, late);
    expect(await scenario.database.get(alerts, alertId)).toBeUndefined();
  });

  test('five hundred open ones: every one on some page, each page within its budget', async () => {
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
