import * as v from 'valibot';
import { contract, AnswerSchema, type ActionName, type InputOf, type OutputOf } from '@contract';
import { dayOf } from '@rules/dates';
import { sdkEnvironment, startLocalCloud, withCaller, type LocalCloud } from '../../local-cloud';
import { treeId } from '../../demo/families/demonstration';
import { mulberry32 } from '../../demo/random';
import type { Size } from '../../demo/size';

// A line a request would bury what the tests say.
jest.mock('../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

const key = Buffer.alloc(32, 5).toString('base64');
const kinds = ['school', 'clinic', 'phone', 'home'] as const;

/** The county as the real SDK wrote it into a local cloud, asked through the real actions. */
describe.each<[Size, number]>([
  // A second and four on a quiet machine; this catches one request a document, not a busy machine.
  ['demo', 20_000],
  ['full', 80_000],
])('the %s county, seeded', (size, longestMs) => {
  let cloud: LocalCloud;
  let main: (event: unknown) => Promise<unknown>;
  let seed: () => Promise<{ seeded: boolean; written: Record<string, number> }>;
  let requests = 0;

  async function call<Name extends ActionName>(openid: string, action: Name, input: InputOf<Name>) {
    requests += 1;
    const requestId = `demo-seed-${requests}`;
    const raw = await withCaller(openid, () => main({ action, input, requestId }));
    const answer = v.parse(AnswerSchema, raw);
    if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`);
    return v.parse(contract[action].output, answer.data) as OutputOf<Name>;
  }

  beforeAll(async () => {
    jest.resetModules();
    const { collections } = await import('../../cloudfunctions/platform/collections');
    cloud = await startLocalCloud({
      port: 0,
      dataDir: ':memory:',
      functionsDir: 'no-functions-needed',
      collections,
      strictIndexes: true,
      timers: false,
    });
    Object.assign(process.env, sdkEnvironment(cloud.adminUrl), {
      XINQIAO_KEYRING: JSON.stringify({ current: 'k1', keys: { k1: key }, index: key }),
    });
    // The SDK reads its environment when it is loaded.
    const [{ actions }, { serve }, { seedDemo }] = await Promise.all([
      import('../../cloudfunctions/areas'),
      import('../../cloudfunctions/platform/serve'),
      import('../../demo/seed'),
    ]);
    main = serve(actions);
    seed = () => seedDemo({ now: Date.now(), size, random: mulberry32(1) });
  });

  afterAll(async () => {
    await cloud.close();
  });

  test('is written once, and quickly', async () => {
    const began = Date.now();
    const first = await seed();
    expect(Date.now() - began).toBeLessThan(longestMs);
    expect(first.seeded).toBe(true);
    expect(first.written).toMatchObject({ regions: 6, counsellors: 6, hotlines: 8 });
    expect(first.written.slots).toBeGreaterThan(300);
    expect(await seed()).toStrictEqual({ seeded: false, written: {} });
  });

  test('shows the directory to somebody never seen', async () => {
    const home = await call('demo-stranger', 'account.home', {});
    expect(home.person.signedIn).toBe(false);
    const { townships } = await call('demo-stranger', 'directory.listRegions', {});
    expect(townships).toHaveLength(6);
    const county = townships[0]?.code.slice(0, 6) ?? '';
    const { services } = await call('demo-stranger', 'directory.listServices', { county });
    expect(services.length).toBeGreaterThanOrEqual(12);
    const { hotlines } = await call('demo-stranger', 'directory.listHotlines', { county });
    expect(hotlines.map(({ number }) => number)).toContain('12356');
  });

  test('lets grandmother book a room, and the counsellor sees it', async () => {
    const home = await call('demo-grandma', 'account.home', {});
    expect(home.children.map(({ nickname }) => nickname)).toStrictEqual(['小树']);
    expect(home.upcoming).toHaveLength(size === 'demo' ? 0 : 2);
    for (const kind of kinds) {
      const found = await call('demo-grandma', 'booking.findSlots', { childId: treeId, kind });
      expect(found.slots.length).toBeGreaterThan(0);
    }
    const question = { childId: treeId, kind: 'school' } as const;
    const { slots } = await call('demo-grandma', 'booking.findSlots', question);
    const slot = slots[0];
    if (!slot) throw new Error('no time is free');
    await call('demo-grandma', 'booking.holdSlot', { slotId: slot.id, childId: treeId });
    const booking = { slotId: slot.id, childId: treeId, worries: ['unhappy' as const] };
    const visit = await call('demo-grandma', 'booking.book', booking);
    const day = await call('demo-counsellor', 'booking.listDay', { day: dayOf(slot.start) });
    const entry = day.entries.find(({ slotId }) => slotId === slot.id);
    expect(entry?.visit).toMatchObject({ appointmentId: visit.id, nickname: '小树' });
    expect(entry?.visit?.visitNumber === 1).toBe(size === 'demo');
  });

  test('lets a family see and cancel what it was seeded with', async () => {
    const mine = await call('demo-director', 'family.listChildren', {});
    expect(mine.children.length).toBe(size === 'demo' ? 5 : 20);
    const families = Array.from(
      { length: 40 },
      (_, at) => `demo-family-${String(at + 1).padStart(2, '0')}`,
    );
    for (const openid of families) {
      const { appointments } = await call(openid, 'booking.listAppointments', { when: 'upcoming' });
      const visit = appointments.find(({ canCancel }) => canCancel);
      if (!visit) continue;
      const cancelled = await call(openid, 'booking.cancel', { appointmentId: visit.id });
      expect(cancelled.state).toBe('cancelled');
      return;
    }
    throw new Error('no family has a visit to come');
  });

  test('has a history to page through', async () => {
    const { appointments, next } = await call('demo-grandma', 'booking.listAppointments', {
      when: 'past',
    });
    expect(appointments).toHaveLength(size === 'demo' ? 0 : 20);
    expect(next === undefined).toBe(size === 'demo');
  });
});
