/** The thread with the school in the built mini program: by voice, in two taps, and without network. */
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
