/** The size of the letters: whoever chose it keeps it, whatever arrives late or from the last time. */
import { useDemo } from './support/demo';
import { waitFor } from './support';

const demo = useDemo();
const ME = 'pages/me/index';

test('the letters change in one tap, and the account learns it', async () => {
  let isHomeThere = true;
  const father = await demo.visit('demo-father', {
    callFunction: (name, data) => {
      const isHome = (data as { action: string }).action === 'account.home';
      if (isHome && !isHomeThere) return Promise.reject(new Error('no news of who this is'));
      return demo.cloud.as('demo-father')(name, data);
    },
  });
  await father.app.page.waitFor('.theme--standard');
  isHomeThere = false;
  await father.app.open(ME);
  await father.sees('小树');
  await father.tap('#size-large');
  await father.app.page.waitFor('.theme--large');
  expect(father.app.page.attribute('#size-large', 'aria-checked')).toBe('true');
  expect(father.app.page.attribute('#size-standard', 'aria-checked')).toBe('false');
  expect(father.taps).toBe(1);
  // Other calls may be repeated meanwhile: the first screen has no answer yet.
  expect(father.app.calls.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ action: 'account.updateSettings', input: { size: 'large' } }),
  );
});

test('an answer that was on its way does not change them back', async () => {
  let answered = 0;
  let letGo = () => undefined as void;
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  const grandma = await demo.visit('demo-grandma', {
    callFunction: async (name, data) => {
      const answer = await demo.cloud.as('demo-grandma')(name, data);
      if ((data as { action: string }).action === 'account.home') {
        await waiting;
        answered += 1;
      }
      return answer;
    },
  });
  await grandma.app.open(ME);
  await grandma.tap('#size-standard');
  letGo();
  await waitFor(() => answered > 0, 'the first screen to be answered');
  await grandma.sees('小树');
  expect(grandma.app.page.query$('.theme--standard')).toBeDefined();
});

test('the next opening begins with the letters that were chosen, also without network', async () => {
  const storage = new Map<string, string>();
  const mother = await demo.visit('demo-mother', { storage });
  await mother.sees('小树');
  await mother.app.open(ME);
  await mother.sees('小树');
  await mother.tap('#size-large');
  await mother.app.page.waitFor('.theme--large');
  const callFunction = () => Promise.reject(new Error('no network'));
  const later = await demo.visit('demo-mother', { storage, callFunction });
  await later.sees('小树');
  expect(later.app.page.query$('.theme--large')).toBeDefined();
});
