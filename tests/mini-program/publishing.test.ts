/** Writing a guide in the built mini program: what was typed survives, and faults bar the way. */
import { publishing } from '@/wording/publishing';
import { useDemo } from './support/demo';

const demo = useDemo();
const WRITE = 'publish/write/index';

test('what was typed of a new guide is there again after an empty battery, without a save', async () => {
  const storage = new Map<string, string>();
  const first = await demo.visit('demo-counsellor', { storage });
  await first.app.open(WRITE);
  await first.sees(publishing.parts.title);
  await first.tap('#part-title');
  await first.app.page.input('#title', '孩子想家，怎么陪');
  await first.app.page.input('#purpose', '打 12356 就好。');
  await first.sees('像电话号码');
  const after = await demo.visit('demo-counsellor', { storage });
  await after.app.open(WRITE);
  await after.sees('孩子想家，怎么陪');
  await after.sees(publishing.keptFrom);
  expect(after.app.page.attribute('#submit', 'aria-disabled')).toBe('true');
  await after.tap('#drop-kept');
  expect(after.text()).not.toContain('孩子想家，怎么陪');
});
