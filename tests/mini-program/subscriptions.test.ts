/** Asked on a tap whether WeChat may tell: whatever is answered is written down as it was answered. */
import type { PushAnswer } from '@contract/push';
import { dayMs, dayOf } from '@rules/dates';
import { pushes as words } from '@/wording/pushes';
import { DONE, newFamily } from './support/booking';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const template = (name: string) => `demo-template-${name}`;

/** A place at school that is days away, at whatever hour this runs: of a visit soon nobody is reminded. */
async function laterPlace(openid: string, childId: string): Promise<string> {
  const search = { childId, kind: 'school' as const };
  const { days, now } = await demo.cloud.ask(openid, 'booking.findSlots', search);
  const soon = dayOf(now + 3 * dayMs);
  const day = days.find((one) => one.day >= soon && one.free > 0)?.day;
  if (day === undefined) throw new Error('there is no place later on');
  const { slots } = await demo.cloud.ask(openid, 'booking.findSlots', { ...search, day });
  return slots[0]?.id ?? '';
}

/** Somebody who has just booked, and what the cloud knows of their answers. */
async function justBooked(
  said: (ids: string[]) => unknown,
  more: { storage?: Map<string, string>; ready?: (visitor: Visitor) => void } = {},
) {
  const { openid, childId } = await newFamily(demo.cloud);
  const slotId = await laterPlace(openid, childId);
  await demo.cloud.ask(openid, 'booking.holdSlot', { slotId, childId });
  const booking = { slotId, childId, worries: ['unhappy' as const] };
  const { id } = await demo.cloud.ask(openid, 'booking.book', booking);
  const answers = {
    requestSubscribeMessage: ({ tmplIds }: Record<string, unknown>) => said(tmplIds as string[]),
  };
  const grandma = await demo.visit(openid, { answers, storage: more.storage });
  more.ready?.(grandma);
  await grandma.app.open(DONE, { id });
  await grandma.sees(words.offer);
  // Before the tap nobody is asked anything: WeChat would refuse, and the person is not done yet.
  expect(asked(grandma.app.shown)).toEqual([]);
  await grandma.tap('#ask-push');
  const known = async () =>
    (await demo.cloud.ask(openid, 'notify.showPushes', {})).pushes.filter(
      ({ answer }) => answer !== undefined,
    );
  return { grandma, known, openid, id };
}

const asked = (shown: { api: string; options: Record<string, unknown> }[]) =>
  shown.flatMap(({ api, options }) =>
    api === 'requestSubscribeMessage' ? [options.tmplIds as string[]] : [],
  );

test.each<[PushAnswer, number, keyof typeof words.after]>([
  ['accept', 1, 'accepted'],
  ['reject', 0, 'refused'],
  ['ban', 0, 'refused'],
  ['filter', 0, 'refused'],
])(
  '%s: written down, worth %i message, and said to the person',
  async (answer, credits, outcome) => {
    const { grandma, known } = await justBooked((ids) =>
      Object.fromEntries(ids.map((id) => [id, answer])),
    );
    await grandma.sees(words.after[outcome]);
    const [ids = []] = asked(grandma.app.shown);
    expect(asked(grandma.app.shown)).toHaveLength(1);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThanOrEqual(3);
    expect(ids).toContain(template('reminder'));
    const stored = await known();
    expect(stored.map(({ templateId }) => templateId).sort()).toEqual([...ids].sort());
    for (const one of stored) expect(one).toMatchObject({ answer, credits });
  },
);

test('each template has its own answer, and one that WeChat does not name has none', async () => {
  const { grandma, known } = await justBooked(() => ({
    [template('reminder')]: 'accept',
    [template('changed')]: 'ban',
    [template('booked')]: 'something new',
  }));
  await grandma.sees(words.after.accepted);
  const stored = await known();
  expect(stored.map(({ template: name, answer, credits }) => [name, answer, credits])).toEqual(
    expect.arrayContaining([
      ['reminder', 'accept', 1],
      ['changed', 'ban', 0],
    ]),
  );
  expect(stored).toHaveLength(2);
});

test('an answer that finds no network waits on the phone and is written down later, once', async () => {
  const storage = new Map<string, string>();
  let cut: () => Promise<void> = () => Promise.resolve();
  const { grandma, known, openid, id } = await justBooked(
    (ids) => {
      void cut();
      return Object.fromEntries(ids.map((one) => [one, 'accept']));
    },
    { storage, ready: (visitor) => (cut = () => visitor.app.setOffline(true)) },
  );
  await grandma.sees(words.after.accepted);
  expect(await known()).toEqual([]);
  const after = await demo.visit(openid, { storage });
  await after.app.open(DONE, { id });
  const deadline = Date.now() + 60_000;
  while ((await known()).length === 0 && Date.now() < deadline);
  await after.app.open(DONE, { id });
  for (const one of await known()) expect(one).toMatchObject({ answer: 'accept', credits: 1 });
  expect(await known()).not.toEqual([]);
});
