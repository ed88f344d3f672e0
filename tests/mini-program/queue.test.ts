/** What lies on a phone and is still to be sent, when the phone has changed hands. */
import { sentences, thread } from '@/wording/thread';
import { waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';

const demo = useDemo();
const THREAD = 'school/thread/index';

test('somebody else on the same phone neither sees nor sends what waits; its owner sends it once, in order', async () => {
  const mine = await newFamily(demo.cloud, ['messages']);
  const other = await newFamily(demo.cloud, ['messages']);
  const storage = new Map<string, string>();
  const before = await demo.visit(mine.openid, { storage });
  await before.app.page.waitFor('#to-teacher');
  await before.go('#to-teacher', THREAD);
  await before.sees(thread.empty);
  await before.app.setOffline(true);
  for (const said of ['unwell', 'callMe'] as const) {
    await before.tap('#sentences');
    await before.tap(`#say-${said}`);
    await before.sees(sentences[said].text('小禾'));
  }
  await before.app.close();
  const kept = JSON.parse(storage.get('queue') ?? '[]') as { of: string }[];
  expect(kept.map(({ of }) => of)).toEqual(['message', 'message']);

  const stranger = await demo.visit(other.openid, { storage });
  const asked = () => stranger.app.calls.map(({ data }) => (data as { action: string }).action);
  await waitFor(() => asked().includes('account.home'), 'the server to say who is here');
  await stranger.app.open(THREAD, { id: other.childId });
  await stranger.sees(thread.empty);
  // Their own words go, past what is not theirs.
  await stranger.tap('#sentences');
  await stranger.tap('#say-thanks');
  await waitFor(() => asked().includes('school.sendMessage'), 'the own words to go out');
  const end = Date.now() + 60_000;
  while ((await said(other.childId)).length === 0 && Date.now() < end);
  await waitFor(() => !stranger.text().includes(thread.unsent), 'the page to say so');
  expect(stranger.text()).not.toContain(sentences.unwell.text('小禾'));
  expect(asked().filter((action) => action === 'school.sendMessage')).toHaveLength(1);
  expect(await said(mine.childId)).toEqual([]);
  expect(await said(other.childId)).toEqual(['thanks']);
  await stranger.app.close();

  const back = await demo.visit(mine.openid, { storage });
  await back.app.page.waitFor('#to-teacher');
  await waitFor(() => storage.get('queue') === '[]', 'what waited to be sent');
  expect(await said(mine.childId)).toEqual(['callMe', 'unwell']);
  expect(await said(other.childId)).toEqual(['thanks']);

  async function said(threadId: string) {
    const { messages } = await demo.cloud.ask('demo-teacher', 'school.getThread', {
      threadId,
    });
    return messages.filter(({ kind }) => kind !== 'note').map(({ situation }) => situation);
  }
});
