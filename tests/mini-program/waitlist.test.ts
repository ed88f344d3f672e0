/** Waiting for a place in the built mini program: what is asked, what is said, and getting out. */
import { waitlist } from '@/wording/waitlist';
import { settle, waitFor } from './support';
import { goToTimes, HOME, newFamily, TIMES } from './support/booking';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const QUEUE = 'booking/queue/index';
const QUEUE_DONE = 'booking/queue-done/index';
const WAITS = 'booking/waits/index';

/** From Home to the last question of waiting. */
async function goToCheck(visitor: Visitor) {
  await goToTimes(visitor);
  await visitor.sees('已为您留住');
  await visitor.go('#queue', QUEUE);
  await visitor.sees(waitlist.whereTitle);
  await visitor.tap('#next');
  await visitor.sees(waitlist.partsTitle);
  await visitor.tap('#part-evening');
  await visitor.tap('#next');
  await visitor.sees(waitlist.untilTitle);
  await visitor.tap('#weeks-4');
  await visitor.tap('#next');
  await visitor.sees(waitlist.checkTitle);
}

test('a family waits: it is told what happens then, asks for another look, and waits no longer', async () => {
  const { openid } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await goToCheck(grandma);
  await grandma.go('#join', QUEUE_DONE);
  for (const step of waitlist.steps) await grandma.sees(step);
  const { waits } = await demo.cloud.ask(openid, 'booking.listWaits', {});
  expect(waits.map(({ state, wish }) => [state, wish.kinds, wish.parts])).toEqual([
    ['waiting', ['school'], ['morning', 'afternoon']],
  ]);
  await grandma.go('#home', HOME);
  await grandma.sees(waitlist.homeWaiting('小禾'));
  await grandma.go('#go-waits', WAITS);
  await grandma.tap(await grandma.button(waitlist.review));
  await grandma.sees(waitlist.reviewAsked);
  await grandma.tap(await grandma.button(waitlist.leave));
  await grandma.sees(waitlist.leaveHint);
  await grandma.tap('#leave-yes');
  await grandma.sees(waitlist.states.left);
  expect(grandma.text()).not.toContain(waitlist.review);
  const left = await demo.cloud.ask(openid, 'booking.listWaits', {});
  expect(left.waits.filter(({ state }) => state === 'waiting')).toEqual([]);
});

test('a place that was kept meanwhile is free for others as soon as somebody waits', async () => {
  const { openid } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await goToCheck(grandma);
  const draft = JSON.parse(grandma.app.storage.get('booking-draft') ?? '{}') as {
    slot: { id: string };
  };
  const other = await newFamily(demo.cloud);
  const find = async () => {
    const question = { childId: other.childId, kind: 'school' } as const;
    const { slots } = await demo.cloud.ask(other.openid, 'booking.findSlots', question);
    return slots.map(({ id }) => id);
  };
  const kept = draft.slot.id;
  expect(await find()).not.toContain(kept);
  await grandma.go('#join', QUEUE_DONE);
  await waitFor(
    () => grandma.app.calls.some(({ data }) => isRelease(data)),
    'the kept place to be let go',
  );
  await settle();
  expect(await find()).toContain(kept);
});

test('what was picked of waiting is still picked after an empty battery', async () => {
  const { openid } = await newFamily(demo.cloud);
  const storage = new Map<string, string>();
  await goToCheck(await demo.visit(openid, { storage }));
  const after = await demo.visit(openid, { storage });
  await after.go('#resume', TIMES);
  await after.go('#queue', QUEUE);
  await after.tap('#next');
  await after.sees(waitlist.partsTitle);
  const checked = (part: string) => after.app.page.attribute(`#part-${part}`, 'aria-checked');
  expect([checked('morning'), checked('evening')]).toEqual(['true', 'false']);
});

const isRelease = (data: unknown) => (data as { action: string }).action === 'booking.releaseSlot';
