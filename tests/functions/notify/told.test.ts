/** What the job tells by itself: reminders, digests, bulletins; whom a person telephones; the further channel. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dayMs, hourMs, minuteMs } from '@rules/dates';
import { signatureOf } from '../../../cloudfunctions/areas/notify/call-hook';
import { reachableByPush } from '../../../cloudfunctions/platform/reachable';
import {
  appointments,
  children,
  guides,
  notices,
  pushes,
  subscriptions,
  threads,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import type { PushTemplate } from '@contract/push';
import { withCaller } from '../../../local-cloud';
import { guideDocuments } from '../../../demo/guides';
import { demoTemplates, demoTemplateSetting } from '../../../demo/push-templates';
import { at, moveClock, setClock } from '../support/clock';
import { school, service, township } from '../support/documents';
import { Scenario, type Booker } from '../support/scenario';

describe('told by the job', () => {
  let scenario: Scenario;
  let grandma: Booker;

  beforeEach(async () => {
    process.env.XINQIAO_TEMPLATES = demoTemplateSetting;
    scenario = await Scenario.start({ templates: demoTemplates, now: () => Date.now() });
    grandma = await scenario.family({
      phone: '13800001234',
      with: [{ openid: 'wx-father', relation: 'father' }],
    });
  });
  afterEach(async () => {
    await scenario.close();
    delete process.env.XINQIAO_TEMPLATES;
    delete process.env.XINQIAO_DUTY_HOOK;
  });

  async function agree(template: PushTemplate, times: number, who = grandma.openid) {
    scenario.test.cloud.grantSubscription(who, `demo-template-${template}`, times);
    const known = await scenario.database.get(subscriptions, who);
    const stock = { ...known?.stock, [template]: times };
    if (known) await scenario.database.update(subscriptions, who, { stock });
    else await scenario.database.add(subscriptions, { _id: who, stock, asked: {} });
  }
  const cards = (openid = grandma.openid) => scenario.test.cloud.messages(openid);
  const inbox = async (who: { call: Booker['call'] } = grandma) =>
    (await who.call('notify.listInbox', {})).notices.map(({ kind }) => kind);

  test('a visit: the day before and two hours before, as it is by then; a cancelled one not at all', async () => {
    await scenario.test.runJobs();
    const [first = '', second = '', third = ''] = await scenario.freeAt([
      ...[at('14:00', 2), at('15:00', 2), at('16:00', 3)],
    ]);
    const visit = await scenario.book(grandma, first);
    const other = await scenario.family();
    const given = await scenario.book(other, second);
    await agree('reminder', 2);
    await other.call('booking.cancel', { appointmentId: given.id });
    expect(
      (await grandma.call('notify.showPushes', {})).pushes.find(
        ({ template }) => template === 'reminder',
      ),
    ).toMatchObject({ credits: 2, coming: 2 });
    setClock(at('13:59'));
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(0);
    setClock(at('14:00', 0));
    await scenario.test.runJobs();
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatchObject({ page: `booking/detail/index?id=${visit.id}` });
    // Moved: it is reminded of anew, and not at the old hour.
    await grandma.call('booking.holdSlot', { slotId: third, childId: grandma.childId });
    await grandma.call('booking.reschedule', { appointmentId: visit.id, slotId: third });
    setClock(at('12:00'));
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(1);
    setClock(at('16:01', 0));
    await scenario.test.runJobs();
    expect(cards()).toHaveLength(2);
    setClock(at('14:01'));
    await scenario.test.runJobs();
    // Two consents are two messages; the third stands in the inbox.
    expect(cards()).toHaveLength(2);
    expect((await inbox()).filter((kind) => kind === 'visitReminder')).toHaveLength(3);
    // Who takes no part is not reminded; whoever gave it back neither.
    expect(await inbox(scenario.as('wx-father'))).not.toContain('visitReminder');
    expect(await inbox(other)).not.toContain('visitReminder');
  });

  test('a visit that staff have booked for a family of parents alone: they are reminded', async () => {
    await scenario.test.runJobs();
    const child = await scenario.database.get(children, grandma.childId);
    const parents = child?.circle.filter(({ relation }) => relation === 'father') ?? [];
    await scenario.database.update(children, grandma.childId, { circle: command.set(parents) });
    const { _id: schoolId, name: schoolName } = school;
    const staff = { openid: 'wx-wang', role: 'teacher' as const, schoolId, schoolName };
    const teacher = await scenario.staff(staff);
    const [slotId = ''] = await scenario.freeAt([at('14:00', 2)]);
    const who = { known: true as const, childId: grandma.childId };
    await teacher.call('booking.bookForFamily', { slotId, who, worries: [] });
    setClock(at('14:00'));
    await scenario.test.runJobs();
    expect(await inbox(scenario.as('wx-father'))).toContain('visitReminder');
  });

  test('nobody of the family can be reached: the counsellor telephones', async () => {
    await scenario.test.runJobs();
    const counsellor = await scenario.counsellor('wx-li');
    const colleague = await scenario.counsellor('wx-yang', 'counsellor-two');
    const [slotId = ''] = await scenario.freeAt([at('14:00', 1)]);
    const visit = await scenario.book(grandma, slotId);
    await scenario.database.update(appointments, visit.id, { bookedAt: Date.now() - 2 * dayMs });
    setClock(at('14:00', 0));
    await scenario.test.runJobs();
    const { calls } = await counsellor.call('notify.listCalls', {});
    expect(calls).toMatchObject([
      { kind: 'visit', name: '小石头', phone: '13800001234', placeName: service.name },
    ]);
    expect((await colleague.call('notify.listCalls', {})).calls).toEqual([]);
    const [{ id = '' } = {}] = calls;
    expect(await colleague.refusal('notify.markCalled', { id })).toBe('NOT_FOUND');
    await counsellor.call('notify.markCalled', { id });
    await counsellor.call('notify.markCalled', { id });
    expect((await counsellor.call('notify.listCalls', {})).calls).toEqual([]);
    expect(await grandma.refusal('notify.listCalls', {})).toBe('FORBIDDEN');
  });

  describe('an alert for those on duty', () => {
    let server: Server;
    let heard: { body: string; signature: string }[];
    let works = true;
    beforeEach(async () => {
      heard = [];
      works = true;
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          heard.push({ body, signature: String(request.headers['x-xinqiao-signature']) });
          response.writeHead(works ? 200 : 500).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await scenario.staff({ openid: 'wx-duty', role: 'director', township, name: '值班老师' });
    });
    afterEach(async () => {
      await new Promise((resolve) => server.close(resolve));
    });
    const secret = 'a-secret-of-the-operator';
    const setHook = (kind: 'json' | 'wecom') => {
      const { port } = server.address() as AddressInfo;
      process.env.XINQIAO_DUTY_HOOK = JSON.stringify({
        url: `http://127.0.0.1:${port}/`,
        secret,
        kind,
      });
    };
    let number = 0;
    async function alert(tell: (eventId: string) => Promise<unknown> = scenario.test.runJobs) {
      const { once } = await import('../../../cloudfunctions/platform/idempotency');
      const { EmptySchema } = await import('@contract/shapes');
      number += 1;
      const request = {
        action: 't',
        input: {},
        openid: 'job',
        requestId: `alert-${number}`,
        now: Date.now(),
      };
      await once(
        scenario.database,
        () => 0,
        request,
        EmptySchema,
        (transaction) => {
          transaction.tell({ to: ['wx-duty'], kind: 'dutyAlert' });
          return Promise.resolve({});
        },
      );
      await tell(`job_alert-${number}`);
    }

    test('goes to the further channel as well, signed, and says nothing of what it is about', async () => {
      setHook('json');
      await alert();
      await scenario.test.runJobs();
      expect(heard).toHaveLength(1);
      const [{ body, signature } = { body: '', signature: '' }] = heard;
      expect(Object.keys(JSON.parse(body) as object)).toEqual(['id', 'at', 'text']);
      const [, stamp = ''] = /^t=(\d+),/.exec(signature) ?? [];
      expect(signature).toBe(signatureOf(secret, Number(stamp), body));
      expect(await reachableByPush(scenario.database, ['wx-duty'])).toEqual(
        new Map([['wx-duty', 'channel']]),
      );
      setHook('wecom');
      moveClock(minuteMs);
      await alert();
      expect(JSON.parse(heard[1]?.body ?? '{}')).toEqual({
        msgtype: 'text',
        text: { content: '您有一条新的工作提醒，请打开小程序查看。' },
      });
    });

    test('with nobody on duty and no administrator the further channel hears of it all the same', async () => {
      setHook('json');
      await grandma.call('school.sendMessage', {
        ...{ threadId: grandma.childId, audience: 'all' as const },
        content: { kind: 'text' as const, text: '孩子说不想活了，手里拿着农药' },
      });
      await scenario.test.runJobs();
      expect(heard).toHaveLength(1);
    });

    test('many in a minute: the phone rings once, then once more for all the others', async () => {
      await agree('duty', 20, 'wx-duty');
      setHook('json');
      const { tellNow } = await import('../../../cloudfunctions/areas/notify/tell-now');
      // As an action does at once after its commit, without the timer.
      const atOnce = (eventId: string) =>
        withCaller(undefined, () => tellNow(scenario.database, eventId, Date.now()));
      for (let round = 0; round < 8; round += 1) {
        for (let nth = 0; nth < 6; nth += 1) await alert(atOnce);
        moveClock(5_000);
      }
      expect(cards('wx-duty')).toHaveLength(1);
      expect(heard).toHaveLength(1);
      await scenario.test.runJobs();
      expect(cards('wx-duty')).toHaveLength(1);
      moveClock(minuteMs);
      await scenario.test.runJobs();
      const said = cards('wx-duty').map(({ fields }) => fields.map(({ value }) => value).join('|'));
      expect(said[0]).toContain('有 47 条新的工作提醒');
      expect(said[1]).toContain('您有一条新的工作提醒');
      expect(said).toHaveLength(2);
      expect(heard).toHaveLength(2);
      // Nothing is left over, nobody has to telephone, and each stands in the inbox by itself.
      const left = await scenario.database.find(pushes, {
        where: { haste: 'now', dueAt: { $gt: 0 } },
      });
      expect(left).toEqual([]);
      const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
      expect((await admin.call('notify.listCalls', {})).calls).toEqual([]);
      const found = await scenario.database.find(notices, {
        where: { to: 'wx-duty' },
        order: [['at', 'desc']],
        limit: 300,
      });
      expect(found.filter(({ kind }) => kind === 'dutyAlert')).toHaveLength(48);
    });

    test('a channel that fails is tried again, and then a person telephones', async () => {
      const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
      setHook('json');
      works = false;
      await alert();
      for (const pause of [1, 5, 30, 120]) {
        moveClock(pause * minuteMs);
        await scenario.test.runJobs();
      }
      expect(heard).toHaveLength(5);
      const { calls } = await admin.call('notify.listCalls', {});
      expect(calls).toMatchObject([{ kind: 'duty', name: '值班老师' }]);
    });

    test('without a channel and without a consent a person telephones at once', async () => {
      const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
      expect(await reachableByPush(scenario.database, ['wx-duty'])).toEqual(
        new Map([['wx-duty', 'none']]),
      );
      await alert();
      expect((await admin.call('notify.listCalls', {})).calls).toHaveLength(1);
      await agree('duty', 1, 'wx-duty');
      expect(await reachableByPush(scenario.database, ['wx-duty'])).toEqual(
        new Map([['wx-duty', 'push']]),
      );
      await alert();
      expect(cards('wx-duty')).toHaveLength(1);
      expect((await admin.call('notify.listCalls', {})).calls).toHaveLength(1);
    });
  });

  test('Sunday evening to parents, Monday morning to teachers for whom families wait', async () => {
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher', schoolId: 'school-one', schoolName: '一小' },
    });
    const father = scenario.as('wx-father');
    await agree('digest', 1, 'wx-father');
    await agree('digest', 1, 'wx-wang');
    const content = { kind: 'text' as const, text: '老师好' };
    setClock(at('19:00', 6));
    await scenario.test.runJobs();
    await scenario.test.runJobs();
    expect(await inbox(father)).toEqual(['weeklyDigest']);
    expect(await inbox(grandma)).toEqual([]);
    expect(cards('wx-father').map(({ page }) => page)).toEqual([
      `notify/week/index?childId=${grandma.childId}`,
    ]);
    setClock(at('7:30'));
    await scenario.test.runJobs();
    expect(await inbox(teacher)).toEqual([]);
    moveClock(dayMs);
    const input = { threadId: grandma.childId, content, audience: 'all' as const };
    await grandma.call('school.sendMessage', input);
    // More than a page of them are counted as well.
    const thread = await scenario.database.get(threads, grandma.childId);
    const others = Array.from({ length: 100 }, (_, nth) =>
      thread ? { ...thread, _id: `thread-${nth}`, childId: `other-${nth}` } : [],
    ).flat();
    await scenario.database.addMany(threads, others);
    setClock(at('7:30', 6));
    await scenario.test.runJobs();
    const told = (await teacher.call('notify.listInbox', {})).notices;
    expect(told.find(({ kind }) => kind === 'weeklyDigest')).toMatchObject({ count: 101 });
    expect(cards('wx-wang')[0]?.fields.map(({ value }) => value)).toContain('还有101家');
  });

  test('a bulletin goes out in pages, once a person, and is counted', async () => {
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    await scenario.database.addMany(guides, guideDocuments(Date.now()).slice(0, 1));
    const guideId = guideDocuments(Date.now())[0]?.id ?? '';
    for (let count = 0; count < 60; count += 1) await scenario.family();
    await scenario.leftChild({ _id: 'school-one', township });
    await agree('guide', 1);
    const sent = await admin.call('notify.sendBulletin', {
      ...{ guideId, audience: 'caregivers', at: Date.now() + hourMs },
    });
    await scenario.test.runJobs();
    expect((await admin.call('notify.listBulletins', {})).bulletins[0]).toMatchObject({
      reached: 0,
    });
    moveClock(hourMs);
    await scenario.test.runJobs();
    await scenario.test.runJobs();
    expect((await admin.call('notify.listBulletins', {})).bulletins).toMatchObject([
      { id: sent.id, reached: 61, notReachable: 1, opened: 0, underWay: false },
    ]);
    expect(cards().map(({ page }) => page)).toEqual([`notify/bulletin/index?id=${sent.id}`]);
    expect(await inbox(scenario.as('wx-father'))).toEqual([]);
    await grandma.call('notify.openBulletin', { id: sent.id });
    await grandma.call('notify.openBulletin', { id: sent.id });
    const { bulletins } = await admin.call('notify.listBulletins', {});
    expect(bulletins[0]).toMatchObject({ opened: 1 });
    expect(await scenario.as('wx-father').refusal('notify.openBulletin', { id: sent.id })).toBe(
      'NOT_FOUND',
    );
    moveClock(minuteMs);
    const after = await admin.call('notify.sendBulletin', { guideId, audience: 'teachers' });
    await admin.call('notify.withdrawBulletin', { id: after.id });
    await scenario.test.runJobs();
    expect((await admin.call('notify.listBulletins', {})).bulletins[0]).toMatchObject({
      ...{ withdrawn: true, reached: 0 },
    });
  });
});
