/** Somebody who scans a code on a wall: the township is known, and they are counted once, later if need be. */
import { waitFor } from './support/time';
import { createMiniProgram, type MiniProgram } from './support';
import { HOME } from './support/booking';

const scene = 'poster.990101002';
const source = { channel: 'poster', place: '990101002' };

let app: MiniProgram | undefined;
let storage: Map<string, string>;

beforeEach(() => {
  storage = new Map();
});
afterEach(() => app?.close());

/** Starts with what the code hands over; what the phone kept from before is still there. */
function start(query: Record<string, string>, works = true): MiniProgram {
  void app?.close();
  app = createMiniProgram({
    storage,
    query,
    callFunction: (_name, data) => {
      const { action } = data as { action: string };
      if (!works || action !== 'reach.noteArrival') return Promise.reject(new Error('down'));
      return Promise.resolve({ ok: true, data: {} });
    },
  });
  return app;
}

const told = ({ calls }: MiniProgram) =>
  calls
    .map(({ data }) => data as { action: string; input: unknown })
    .filter(({ action }) => action === 'reach.noteArrival')
    .map(({ input }) => input);

test('is counted once, however often the code is scanned, and by the first one', async () => {
  const first = start({ scene });
  await first.open(HOME);
  await waitFor(() => [...storage.values()].some((kept) => kept.includes('"told":true')), 'it');
  expect(told(first)).toEqual([source]);
  expect([...storage.values()].join()).toContain('"place":"990101002"');
  const again = start({ scene: 'group.990101003' });
  await again.open(HOME);
  expect(told(again)).toEqual([]);
});

test('what the cloud could not take is told the next time, also without a code', async () => {
  const first = start({ scene: encodeURIComponent(scene) }, false);
  await first.open(HOME);
  const again = start({});
  await again.open(HOME);
  await waitFor(() => told(again).length > 0, 'the arrival');
  expect(told(again)).toEqual([source]);
});

test('a code of something else, and anything made up, counts nothing', async () => {
  for (const made of ['AAAAAAAAAAAAAAAAAAAAAA', 'poster.990101002.x', '%E0%A4%A', '']) {
    const one = start({ scene: made });
    await one.open(HOME);
    expect(told(one)).toEqual([]);
  }
});
