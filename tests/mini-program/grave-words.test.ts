/** After grave words the page stays open for the help it shows: what was sent is not sent again. */
import { voice } from '@/wording/voice';
import { waitFor } from './support';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const grave = '他说不想活了';

const sent = (visitor: Visitor, action: string) =>
  visitor.app.calls
    .map(({ data }) => data as { action: string; requestId: string; input: { voice?: object } })
    .filter((call) => call.action === action);

test('a visit with grave words is noted once, and the button then leads back', async () => {
  const storage = new Map<string, string>();
  const director = await demo.visit('demo-director', { storage });
  const { children } = await demo.cloud.ask('demo-director', 'director.listChildren', {
    view: 'due',
  });
  const childId = children[0]?.id ?? '';
  await director.app.open('director/note/index', { childId });
  await director.tap('#met-yes');
  await director.tap('#state-worrying');
  await director.app.page.input('#words', grave);
  await director.tap('#save');
  await director.tap('#help-close');
  await director.tap('#save');
  expect(await director.app.isLeaving(60_000)).toBe(true);
  await waitFor(() => storage.get('queue') === '[]', 'everything to be sent');
  const ids = sent(director, 'director.noteVisit').map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(1);
  const { visits } = await demo.cloud.ask('demo-director', 'director.listVisits', { childId });
  expect(visits.filter(({ words }) => words === grave)).toHaveLength(1);
});

test('a day with grave words and a recording is told once, and the button then leads back', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['recordings']);
  const storage = new Map<string, string>();
  const grandma = await demo.visit(openid, { storage });
  await grandma.app.open('warm/mood/index', { childId, face: 'low' });
  await grandma.tap('#record');
  await grandma.tap('#record-stop');
  await grandma.sees(voice.kept(3));
  await grandma.app.page.input('#words', grave);
  await grandma.tap('#done');
  await grandma.tap('#help-close');
  expect(grandma.app.page.findAll('#record-again')).toHaveLength(0);
  await grandma.tap('#done');
  expect(await grandma.app.isLeaving(60_000)).toBe(true);
  await waitFor(() => storage.get('queue') === '[]', 'everything to be sent');
  const withVoice = sent(grandma, 'family.recordMood').filter(({ input }) => input.voice);
  expect(new Set(withVoice.map(({ requestId }) => requestId)).size).toBe(1);
});
