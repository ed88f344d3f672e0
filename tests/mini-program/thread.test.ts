/** The thread with the school in the built mini program: by voice, in two taps, and without network. */
import { nationalLines } from '@contract/national-lines';
import type { Message } from '@contract/school';
import { noteText } from '@/wording/school-desk';
import { sentences, thread } from '@/wording/thread';
import { waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';

const demo = useDemo();
const THREAD = 'school/thread/index';
const teacher = 'demo-teacher';

test('what is said in a tunnel survives closing the app and arrives once and in order; by voice it is heard first', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages', 'recordings']);
  const storage = new Map<string, string>();
  const grandma = await demo.visit(openid, { storage });
  await grandma.app.page.waitFor('#to-teacher');
  await grandma.go('#to-teacher', THREAD);
  await grandma.sees(thread.empty);
  await grandma.app.setOffline(true);
  // Two taps, without network; then the battery is empty.
  await grandma.tap('#sentences');
  await grandma.tap('#say-unwell');
  await grandma.sees(sentences.unwell.text('小禾'));
  await grandma.sees(thread.unsent);
  await grandma.tap('#sentences');
  await grandma.tap('#say-callMe');
  await grandma.sees(sentences.callMe.text('小禾'));
  await grandma.app.close();

  const after = await demo.visit(openid, { storage });
  await after.app.page.waitFor('#to-teacher');
  await after.go('#to-teacher', THREAD);
  await waitFor(() => !after.text().includes(thread.unsent), 'what waited to be sent');
  await after.tap('#only-teacher');
  await after.tap('#hold');
  await after.tap('#hold');
  await after.sees(thread.heardTitle(3));
  await after.tap('#send-voice');
  // As the server has it.
  await after.sees(thread.privateChip);
  const expected = ['voice', 'prepared', 'prepared'];
  expect((await said()).map(({ kind }) => kind)).toEqual(expected);
  expect((await said()).map(({ audience }) => audience)).toEqual(['teacher', 'all', 'all']);
  expect((await said()).map(({ situation }) => situation)).toEqual([undefined, 'callMe', 'unwell']);

  async function said() {
    const thread = await demo.cloud.ask(teacher, 'school.getThread', { threadId: childId });
    // Outside the teacher's hours the school's own note stands between them.
    return thread.messages.filter(({ kind }) => kind !== 'note');
  }
});

test('with a counsellor who has gone: whom to call and where to book, and nothing to write with', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['messages']);
  const through = demo.cloud.as(openid);
  const closed: Message = {
    ...{ seq: 1, from: { id: 'system', side: 'staff' }, mine: false, audience: 'all' },
    ...{ state: 'sent', at: 1, kind: 'note', note: { says: 'closed' } },
  };
  const me = await demo.visit(openid, {
    async callFunction(name, data) {
      const answer = (await through(name, data)) as { ok: boolean; data: object };
      const { action } = data as { action: string };
      if (action !== 'school.getThread' || !answer.ok) return answer;
      return { ...answer, data: { ...answer.data, kind: 'counsellor', messages: [closed] } };
    },
  });
  await me.app.open(THREAD, { id: childId });
  await me.sees(noteText({ says: 'closed' }, 0));
  await me.sees(thread.bookNew);
  for (const { number } of nationalLines.slice(0, 3)) await me.sees(number);
  expect(me.text()).not.toContain(thread.hold);
});
