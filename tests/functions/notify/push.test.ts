/** From a notice to a card on a phone: credits, quiet hours, the week's limit, WeChat's refusals. */
import { dayMs, hourMs, minuteMs } from '@rules/dates';
import {
  events,
  notices,
  pushes,
  subscriptions,
  type PushDocument,
} from '../../../cloudfunctions/platform/collections';
import type { NoticeKind } from '@contract/enums';
import { demoTemplates, demoTemplateSetting } from '../../../demo/push-templates';
import { at, moveClock, setClock } from '../support/clock';
import { Scenario, type Booker } from '../support/scenario';

const template = (name: string) => `demo-template-${name}`;

describe('pushes', () => {
  let scenario: Scenario;
  let grandma: Booker;

  beforeEach(async () => {
    process.env.XINQIAO_TEMPLATES = demoTemplateSetting;
    scenario = await Scenario.start({ templates: demoTemplates, now: () => Date.now() });
    grandma = await scenario.family();
  });
  afterEach(async () => {
    await scenario.close();
    delete process.env.XINQIAO_TEMPLATES;
  });

  const cards = (openid = grandma.openid) =>
    scenario.test.cloud.messages(openid).map(({ title, page, fields }) => ({
      title,
      page,
      text: fields.map(({ value }) => value).join('|'),
    }));
  const all = () => scenario.database.find(pushes, { where: {}, limit: 1000 });
  const states = async () =>
    (await all()).map(({ state, why }) => (why ? `${state} ${why}` : state));

  /** As if she had said yes so often, in WeChat and to us. */
  async function agree(name: PushDocument['template'], times = 1, who = grandma) {
    for (let time = 0; time < times; time += 1) {
      scenario.test.cloud.grantSubscription(who.openid, template(name));
      const answers = [{ template: name, answer: 'accept' as const }];
      await who.call('notify.recordSubscription', { answers });
    }
  }

  /** Tells somebody of something, as an action's event does. */
  let told = 0;
  async function tell(
    kind: NoticeKind,
    about: Record<string, unknown> = {},
    to = [grandma.openid],
  ) {
    const { once } = await import('../../../cloudfunctions/platform/idempotency');
    const { EmptySchema } = await import('@contract/shapes');
    told += 1;
    const request = {
      ...{ action: 'test', input: {}, openid: 'job', requestId: `test-${told}`, now: Date.now() },
    };
    await once(
      scenario.database,
      () => 0,
      request,
      EmptySchema,
      (transaction) => {
        transaction.tell({ to, kind, nickname: '小石头', ...about });
        return Promise.resolve({});
      },
    );
  }

  test('a consent is worth one message; the card says no name and leads to its page', async () => {
    await agree('changed');
    const start = at('9:00', 2);
    const about = {
      childId: grandma.childId,
      appointmentId: 'a_1',
      start,
      placeName: '县心理服务中心',
    };
    await tell('visitMoved', about);
    await tell('visitCancelled', about);
    await scenario.test.runJobs();
    moveClock(61 * minuteMs);
    await scenario.test.runJobs();
    expect(cards()).toEqual([
      {
        title: '预约变更通知',
        page: 'booking/detail/index?id=a_1',
        text: '见面取消了|2026年11月25日 09:00|约好的地点|点开可以再约',
      },
    ]);
    expect((await states()).sort()).toEqual(['sent', 'skipped credit']);
    // Both stand in the inbox.
    expect((await grandma.call('notify.listInbox', {})).notices).toHaveLength(2);
    const { pushes: shown } = await grandma.call('notify.showPushes', {});
    expect(shown.find((one) => one.template === 'changed')).toMatchObject({
      credits: 0,
      templateId: template('changed'),
    });
  });

  test('an answer is written down once for a request; a ban leaves nothing', async () => {
    const answers = [
      { template: 'reply' as const, answer: 'accept' as const },
      { template: 'guide' as const, answer: 'reject' as const },
    ];
    await grandma.call('notify.recordSubscription', { answers }, 'same-request');
    await grandma.call('notify.recordSubscription', { answers }, 'same-request');
    expect((await scenario.database.get(subscriptions, grandma.openid))?.stock).toEqual({
      reply: 1,
    });
    const banned = [{ template: 'reply' as const, answer: 'ban' as const }];
    expect(await grandma.call('notify.recordSubscription', { answers: banned })).toEqual({
      credits: { reply: 0 },
    });
    const four = ['reply', 'guide', 'booked', 'offer'].map((name) => ({
      template: name as 'reply',
      answer: 'accept' as const,
    }));
    expect(await grandma.refusal('notify.recordSubscription', { answers: four })).toBe(
      'INVALID_INPUT',
    );
  });

  test('43101 corrects the ledger; the next one is not even tried', async () => {
    // We believe in three, WeChat knows of none.
    await scenario.database.add(subscriptions, {
      ...{ _id: grandma.openid, stock: { offer: 3 }, asked: {} },
    });
    scenario.test.cloud.visit(grandma.openid);
    await tell('placeOffered', { waitlistId: 'w', start: at('9:00', 2), until: at('12:00', 0) });
    await scenario.test.runJobs();
    expect(await states()).toEqual(['skipped credit']);
    expect((await scenario.database.get(subscriptions, grandma.openid))?.stock.offer).toBe(0);
    expect((await all())[0]?.code).toBe(43101);
  });

  test('at night only what cannot wait; a shift worker sleeps by day', async () => {
    await agree('reply', 2);
    await agree('duty');
    setClock(at('22:00', 0));
    await tell('schoolReply', { childId: grandma.childId, threadId: 't1' });
    await tell('dutyAlert', { nickname: '' });
    await scenario.test.runJobs();
    expect(cards().map(({ text }) => text.split('|')[0])).toEqual(['您有一条新的工作提醒']);
    setClock(at('6:59'));
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(1);
    moveClock(2 * minuteMs);
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(2);

    await grandma.call('notify.setQuietHours', { from: 8, to: 16 });
    setClock(at('9:00', 0));
    await tell('schoolReply', { childId: grandma.childId, threadId: 't2' });
    moveClock(6 * minuteMs);
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(2);
    setClock(at('16:01', 0));
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(3);
    expect((await grandma.call('notify.showPushes', {})).quiet).toEqual({ from: 8, to: 16 });
  });

  test('three replies are one message; of several things one at a time, three a week', async () => {
    for (const name of ['reply', 'announced', 'guide', 'digest', 'booked'] as const) {
      await agree(name, 3);
    }
    for (let time = 0; time < 3; time += 1) {
      await tell('schoolReply', { childId: grandma.childId, threadId: 't1' });
    }
    await tell('visitBooked', { appointmentId: 'a_1', start: at('9:00', 3), placeName: '一小' });
    await tell('weeklyDigest', { childId: grandma.childId });
    moveClock(6 * minuteMs);
    await scenario.test.runJobs();
    expect(cards().map(({ title }) => title)).toEqual(['预约成功通知']);
    for (let hour = 0; hour < 8; hour += 1) {
      moveClock(hourMs);
      await scenario.test.runJobs();
    }
    expect(cards().map(({ text }) => text.split('|')[0])).toEqual([
      '家里的这一周',
      '3条新回复',
      '和老师的见面',
    ]);
    await tell('schoolReply', { childId: grandma.childId, threadId: 't1' });
    setClock(at('9:00'));
    await scenario.test.runJobs();
    moveClock(6 * minuteMs);
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(3);
    expect(await states()).toContain('skipped week');
    // Something that has its own time comes all the same.
    await agree('offer');
    await tell('placeOffered', { waitlistId: 'w', start: at('9:00', 2), until: at('20:00', 0) });
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(4);
    moveClock(8 * dayMs);
    await tell('schoolReply', { childId: grandma.childId, threadId: 't1' });
    await scenario.test.runJobs();
    moveClock(6 * minuteMs);
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(5);
  });

  test('40037 and 47003 are dead letters, the rest of the template waits; mended, it is sent again', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    await agree('consent', 2);
    const good = process.env.XINQIAO_TEMPLATES ?? '';
    process.env.XINQIAO_TEMPLATES = good.replace(template('consent'), 'gone');
    await tell('consentWanted', { appointmentId: 'a_1', start: at('9:00', 2) });
    await scenario.test.runJobs();
    const { letters, missing } = await admin.call('notify.listDeadLetters', {});
    expect(letters).toMatchObject([{ code: 40037, template: 'consent', kind: 'consentWanted' }]);
    expect(missing).toEqual([]);
    expect(JSON.stringify(letters)).not.toContain(grandma.openid);
    expect(await grandma.refusal('notify.listDeadLetters', {})).toBe('FORBIDDEN');

    process.env.XINQIAO_TEMPLATES = good;
    await admin.call('notify.sendAgain', { id: letters[0]?.id ?? '' });
    await admin.call('notify.sendAgain', { id: letters[0]?.id ?? '' });
    await scenario.test.runJobs();
    expect(cards().map(({ title }) => title)).toEqual(['待确认提醒']);
    expect((await admin.call('notify.listDeadLetters', {})).letters).toEqual([]);
  });

  test('without an answer it is tried again, with longer and longer pauses, and then it is a dead letter', async () => {
    await agree('consent');
    const stop = scenario.test.cloud.faults.add({
      ...{ on: 'request', name: 'wx.openApi', times: 100 },
      effect: 'loseRequest',
    });
    await tell('consentWanted', { appointmentId: 'a_1', start: at('20:00', 2) });
    const pauses: number[] = [];
    for (let step = 0; step < 8 && (await all())[0]?.state !== 'dead'; step += 1) {
      await scenario.test.runJobs();
      const [push] = await all();
      const pause = (push?.dueAt ?? Date.now()) - Date.now();
      pauses.push(pause / minuteMs);
      moveClock(pause);
    }
    stop();
    expect(await states()).toEqual(['dead noAnswer']);
    expect(pauses).toEqual([1, 5, 30, 120, 0]);
  });

  test('an answer of WeChat that is lost: the one consent is spent, and nothing comes twice', async () => {
    await agree('consent');
    scenario.test.cloud.faults.add({ on: 'request', name: 'wx.openApi', effect: 'loseAnswer' });
    await tell('consentWanted', { appointmentId: 'a_1', start: at('20:00', 2) });
    await scenario.test.runJobs();
    moveClock(2 * minuteMs);
    await scenario.test.runJobs();
    expect(await states()).toEqual(['sent unsure']);
    expect(cards()).toHaveLength(1);
  });

  test('45009: everybody waits, and nothing is lost', async () => {
    await scenario.close();
    scenario = await Scenario.start({
      ...{ templates: demoTemplates, ratePerMinute: { 'subscribeMessage.send': 5 } },
      now: () => Date.now(),
    });
    const many: Booker[] = [];
    for (let number = 0; number < 12; number += 1) many.push(await scenario.family());
    for (const who of many) await agree('offer', 1, who);
    const openids = many.map(({ openid }) => openid);
    const until = at('20:00', 0);
    await tell('placeOffered', { waitlistId: 'w', start: at('9:00', 2), until }, openids);
    for (let minute = 0; minute < 20; minute += 1) {
      await scenario.test.runJobs();
      moveClock(minuteMs);
    }
    expect(new Set(await states())).toEqual(new Set(['sent']));
    expect(scenario.test.cloud.messages()).toHaveLength(12);
  });

  test('41030: a page that no version has; the message comes all the same and leads to the inbox', async () => {
    await scenario.close();
    scenario = await Scenario.start({
      ...{ templates: demoTemplates, pages: ['pages/messages/index'] },
      now: () => Date.now(),
    });
    grandma = await scenario.family();
    await agree('changed');
    await tell('visitMoved', { appointmentId: 'a_1', start: at('9:00', 2), placeName: '一小' });
    await scenario.test.runJobs();
    expect(cards().map(({ page }) => page)).toEqual(['pages/messages/index']);
    expect(await states()).toEqual(['sent']);
  });

  test('two runs at once and one that dies between: each message once', async () => {
    const { sendPushes } = await import('../../../cloudfunctions/areas/notify/send-pushes');
    const many: Booker[] = [];
    for (let number = 0; number < 30; number += 1) many.push(await scenario.family());
    for (const who of many) await agree('offer', 3, who);
    const until = at('20:00', 0);
    const openids = many.map(({ openid }) => openid);
    await tell('placeOffered', { waitlistId: 'w', start: at('9:00', 2), until }, openids);
    const { deliverEffects } = await import('../../../cloudfunctions/areas/notify/deliver-effects');
    await deliverEffects(scenario.database, Date.now());
    let claims = 0;
    const run = {
      ...{ database: scenario.database, now: Date.now(), until: Number.MAX_SAFE_INTEGER },
      newClaim: () => `claim-${(claims += 1)}`,
    };
    await Promise.all([sendPushes(run), sendPushes(run)]);
    expect(scenario.test.cloud.messages()).toHaveLength(30);
    expect(new Set(await states())).toEqual(new Set(['sent']));
  });

  test('an account that is erased leaves neither messages nor consents behind', async () => {
    await agree('reply');
    await tell('schoolReply', { childId: grandma.childId, threadId: 't1' });
    await scenario.test.runJobs();
    expect(await all()).toHaveLength(1);
    await grandma.call('account.deleteAccount', {});
    moveClock(16 * dayMs);
    await scenario.test.runJobs();
    expect(await all()).toEqual([]);
    expect(await scenario.database.get(subscriptions, grandma.openid)).toBeUndefined();
  });

  test('what is urgent is on the phone when the action answers', async () => {
    const teacher = await scenario.staff({
      ...{ openid: 'wx-teacher', role: 'teacher' },
      ...{ schoolId: 'school-one', schoolName: '一小' },
    });
    const book = Object.assign(teacher, { childId: '' });
    await agree('reply', 2, book);
    const threadId = grandma.childId;
    const content = { kind: 'text' as const, text: '老师，请快点看' };
    const input = { threadId, content, audience: 'all' as const, urgent: 'hurt' as const };
    await grandma.call('school.sendMessage', input, 'urgent-message-1');
    expect(cards('wx-teacher').map(({ text }) => text.split('|')[0])).toEqual([
      '有一件急事，请现在看',
    ]);
    await grandma.call('school.sendMessage', input, 'urgent-message-1');
    await scenario.test.runJobs();
    expect(cards('wx-teacher')).toHaveLength(1);
    const open = await scenario.database.find(events, { where: { effectsAt: { $gt: 0 } } });
    expect(open).toEqual([]);
  });

  test('a teacher’s phone is silent outside of the hours they have said; a parent’s and what is urgent are not', async () => {
    const at1 = { schoolId: 'school-one', schoolName: '一小' };
    const wang = await scenario.staff({ openid: 'wx-wang', role: 'teacher', ...at1 });
    await scenario.staff({ openid: 'wx-zhao', role: 'teacher', ...at1 });
    const family = await scenario.family({ with: [{ openid: 'wx-father', relation: 'father' }] });
    const everyone = ['wx-wang', 'wx-zhao', 'wx-father'];
    for (const openid of everyone) {
      await agree('reply', 9, Object.assign(scenario.as(openid), { childId: '' }));
    }
    // 王老师 answers on Tuesdays from four to six, and not this week; 赵老师 has said no hours.
    const spans = [{ weekday: 2, from: 16 * 60, to: 18 * 60 }];
    const absences = [{ from: '2026-11-24', to: '2026-11-24' }];
    await wang.call('school.setOfficeHours', { hours: { spans, absences } });
    const send = (text: string, more = {}) =>
      family.call('school.sendMessage', {
        ...{ threadId: family.childId, content: { kind: 'text' as const, text } },
        ...{ audience: 'all' as const, ...more },
      });
    const pushed = () => everyone.map((openid) => cards(openid).length);
    const after = async (ms: number) => {
      await scenario.test.runJobs();
      moveClock(ms);
      await scenario.test.runJobs();
    };
    await send('他今天怎么样');
    await after(11 * minuteMs);
    expect(pushed()).toEqual([0, 1, 1]);
    // The desk and the inbox have it at once.
    const { notices: told } = await wang.call('notify.listInbox', {});
    expect(told.map(({ kind }) => kind)).toContain('familyMessage');
    await send('他受伤了', { urgent: 'hurt' });
    expect(pushed()).toEqual([1, 2, 2]);

    setClock(at('16:30'));
    await scenario.test.runJobs();
    expect(pushed()[0]).toBe(1);
    // A week later, though calm messages are kept for two days only.
    setClock(at('15:59', 7));
    await scenario.test.runJobs();
    expect(pushed()[0]).toBe(1);
    setClock(at('16:00', 0));
    await scenario.test.runJobs();
    expect(pushed()[0]).toBe(2);

    // Within the hours it comes as soon as to everybody.
    await send('老师在吗');
    await after(hourMs);
    expect(pushed()[0]).toBe(3);
  });

  test('nothing of a push lies in the clear, and it carries no name', async () => {
    await agree('changed');
    await tell('visitMoved', {
      appointmentId: 'a_1',
      start: at('9:00', 2),
      placeName: '一小谈心室',
    });
    const [push] = await all();
    expect(JSON.stringify(push ?? {})).not.toMatch(/小石头|谈心室/);
    await scenario.test.runJobs();
    const stored = JSON.stringify(await all());
    expect(stored).not.toMatch(/小石头|谈心室/);
    expect(JSON.stringify(cards())).not.toContain('小石头');
    expect(await scenario.database.find(notices, { where: { to: grandma.openid } })).toHaveLength(
      1,
    );
  });
});
