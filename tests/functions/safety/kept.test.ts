import { limits } from '@contract/limits';
import { addMonths, dayOf, hourMs, startOfDay } from '@rules/dates';
import {
  alerts,
  alertSteps,
  children,
  corrections,
  people,
  safeguardingLog,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { monday, moveClock } from '../support/clock';
import { county } from '../support/documents';
import type { Person } from '../support/person';
import { putOnDuty } from '../support/roster';
import { record } from '../support/things';
import { despair, startDesk, type SafeguardingDesk } from './support';

describe('what safeguarding keeps', () => {
  let here: SafeguardingDesk;

  beforeEach(async () => {
    here = await startDesk();
  });
  afterEach(() => here.scenario.close());

  test('evidence survives the deletion of the account, with its recording', async () => {
    const { scenario, grandma, father, admin, standard, say, theOnly } = here;
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

  test('finished ones go when their time is over, with history and recording; what an authority wants stays', async () => {
    const { scenario, grandma, li, admin, rowsOf } = here;
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
    const { scenario, grandma, li, yang, admin, standard, say, theOnly } = here;
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

  test('what people judge is kept without whose it was', async () => {
    const { scenario, grandma, li, admin, standard, say, theOnly } = here;
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

  test('what people judged of an alert is kept from whoever the alert was kept from', async () => {
    const { scenario, grandma, li, admin, standard, say, theOnly } = here;
    await standard();
    const aunt = await scenario.staff({ openid: 'wx-aunt', role: 'admin', name: '吴科长' });
    const uncle = await scenario.staff({ openid: 'wx-uncle', role: 'admin', name: '郑科长' });
    const join = async (who: Person) => {
      const { _id, township, circle } = await childOf();
      const entry = { openid: who.openid, relation: 'relative' as const, since: monday };
      const added = [...circle, { ...entry, standing: 'guardian' as const }];
      await scenario.database.update(children, _id, { circle: added });
      const mine = { id: _id, relation: entry.relation, township };
      await scenario.database.update(people, who.openid, { children: [mine] });
    };
    const childOf = async () => {
      const child = await scenario.database.get(children, grandma.childId);
      if (!child) throw new Error('the child is gone');
      return child;
    };
    await join(aunt);
    await say(despair);
    const alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    await li.call('safety.resolveAlert', {
      ...{ alertId, outcome: 'noConcern', text: '是歌词', judgement: 'wrong' },
    });
    moveClock(1000);
    const missed = { text: '娃儿的话我没听懂', levelShouldBe: 'S2' as const };
    await li.call('safety.recordMissed', { ...missed, childId: grandma.childId });
    // Somebody who has become one of the family since sees nothing of it either.
    await join(uncle);
    const texts = async (who: Person) =>
      (await who.call('safety.exportCorrections', {})).rows.map(({ text }) => text);
    expect(await texts(admin)).toEqual([missed.text, despair]);
    for (const family of [aunt, uncle]) expect(await texts(family)).toEqual([]);
    const stored = await scenario.database.find(corrections, {
      where: { county },
      order: [['at', 'desc']],
    });
    for (const secret of [grandma.openid, grandma.childId, aunt.openid]) {
      expect(JSON.stringify(stored)).not.toContain(secret);
    }
    // Of what earlier code wrote nobody knows whom it was kept from.
    for (const { _id } of stored) {
      await scenario.database.update(corrections, _id, { keptFrom: command.remove() });
    }
    expect(await texts(admin)).toEqual([undefined, undefined]);
  });
});
