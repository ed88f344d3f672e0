/** Pages that ask again by themselves: what somebody has opened to read is not taken away meanwhile. */
import type { AlertRow } from '@contract/safety';
import type { Message } from '@contract/school';
import { sentences } from '@/wording/thread';
import { waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';
import { cloudThat, createPhone } from './support/phone';

const demo = useDemo();
const perPage = 3;

test('further alerts stay while the list asks again, and are read again in their new order', async () => {
  const alert = (id: string, acceptedBy?: AlertRow['acceptedBy']): AlertRow => ({
    ...{ id, level: 'S2', source: 'message', reason: 'words', state: 'waiting', at: Date.now() },
    ...{ acceptBy: Date.now() + 3_600_000, overdue: false, raisedTo: 'duty', acceptedBy },
    ...{ nickname: '小禾', placeName: '柳溪镇中心小学' },
  });
  let ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  let asked = 0;
  let hold = Promise.resolve();
  const admin = await demo.visit('demo-admin', {
    callFunction: cloudThat(demo.cloud, 'demo-admin', {
      'safety.listAlerts': async ({ before }) => {
        if (before === undefined) asked += 1;
        else await hold;
        const from = before === undefined ? 0 : Number(before);
        const rows = ids.slice(from, from + perPage).map((id) => alert(id));
        const to = from + rows.length;
        const counts = { S1: 0, S2: ids.length, S3: 0, secondLook: 0, overdue: 0, unheard: 0 };
        return { now: Date.now(), rows, counts, next: to < ids.length ? String(to) : undefined };
      },
    }),
  });
  await admin.app.open('safety/alerts/index');
  const shown = () =>
    admin.app.page
      .findAll('.card')
      .map((node) => admin.app.page.attribute(node, 'id').replace('alert-', ''))
      .filter((id) => id.length === 1);
  await admin.tap('#more');
  await waitFor(() => shown().length === 6, 'the second page');

  // The next question comes after 15 seconds, or when the page shows itself again.
  let letGo = () => undefined as void;
  hold = new Promise((resolve) => (letGo = resolve));
  ids = ['f', 'a', 'b', 'c', 'd', 'e', 'g'];
  const before = asked;
  await admin.app.page.call('onHide');
  await admin.app.page.call('onShow');
  await waitFor(() => asked > before && shown()[0] === 'f', 'the first page to be fresh');
  // Each stands once, and none that was there is gone but what is being read again.
  expect(shown()).toEqual(['f', 'a', 'b', 'd', 'e']);
  letGo();
  await waitFor(() => shown().length === 6, 'the second page to be read again');
  expect(shown()).toEqual(['f', 'a', 'b', 'c', 'd', 'e']);
  expect(admin.app.page.query$('#more')).toBeDefined();
});

test('older messages stay when a new one arrives', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages']);
  const real = await demo.cloud.ask(openid, 'school.getThread', { threadId: childId });
  const said = (seq: number): Message => ({
    ...{ seq, from: { id: 'teacher', side: 'staff' }, mine: false, audience: 'all' },
    ...{ state: 'sent', at: seq, kind: 'text', text: `第${seq}句` },
  });
  let newest = 8;
  const grandma = await demo.visit(openid, {
    wx: createPhone().wx,
    callFunction: cloudThat(demo.cloud, openid, {
      'school.getThread': ({ before }) => {
        const from = typeof before === 'number' ? before - 1 : newest;
        const seqs = [from, from - 1, from - 2].filter((seq) => seq > 0);
        const last = seqs.at(-1) ?? 1;
        return {
          ...real,
          now: Date.now(),
          messages: seqs.map(said),
          next: last > 1 ? last : undefined,
        };
      },
      'school.sendMessage': () => {
        newest += 1;
        return { seq: newest, at: Date.now(), state: 'sent' };
      },
    }),
  });
  await grandma.app.open('school/thread/index', { id: childId });
  await grandma.sees('第8句');
  await grandma.tap('#more');
  await grandma.sees('第3句');
  await grandma.tap('#sentences');
  await grandma.tap('#say-thanks');
  await grandma.sees('第9句');
  await grandma.sees('第6句');
  // As many as were read, and the next ones with one tap.
  for (const seq of [4, 5, 6, 7, 8, 9]) expect(grandma.text()).toContain(`第${seq}句`);
  await grandma.tap('#more');
  await grandma.sees('第3句');
  expect(grandma.text()).not.toContain(sentences.thanks.text('小禾'));
});
