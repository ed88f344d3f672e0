/** What a village does to a booking: a dead battery, a lost answer, no network. */
import { errorMeanings } from '@contract/errors';
import { booking } from '@/wording/booking';
import { worryNames } from '@/wording/names';
import { voice } from '@/wording/voice';
import { waitFor, type MiniProgramOptions } from './support';
import {
  chooseWorryAndPlace,
  CONFIRM,
  DONE,
  goToConfirm,
  goToTimes,
  HOME,
  newFamily,
  takeLater,
  TIMES,
  upcomingOf,
} from './support/booking';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();

/** From Home to the summary, with what worries them said aloud. */
async function speakAndGoToConfirm(visitor: Visitor): Promise<void> {
  await visitor.go('#go-book', 'booking/worry/index');
  await visitor.tap('#record');
  await visitor.tap('#record-stop');
  await visitor.sees(voice.kept(3));
  await chooseWorryAndPlace(visitor, 'school');
  await visitor.go('#take', CONFIRM);
}

test('a booking that was interrupted goes on where it was, with the place still kept', async () => {
  const { openid } = await newFamily(demo.cloud);
  const storage = new Map<string, string>();
  const before = await demo.visit(openid, { storage });
  await goToTimes(before);
  await before.sees(/就约.+\d/);
  const kept = before.app.page.text('#take');

  const after = await demo.visit(openid, { storage });
  await after.sees(booking.resume);
  await after.go('#resume', TIMES);
  await after.sees(kept);
  await after.go('#take', CONFIRM);
  await after.sees(worryNames.unhappy);
  await after.go('#confirm', DONE);
  expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
  await after.go('#home', HOME);
  expect(after.text()).not.toContain(booking.resume);
});

test('without network at the last step nothing is lost, and the page says what to do', async () => {
  const { openid } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await goToConfirm(grandma);
  await grandma.app.setOffline(true);
  await grandma.tap('#confirm');
  await grandma.sees(errorMeanings.OFFLINE.message);
  expect(grandma.text()).toContain(worryNames.unhappy);
  expect(await upcomingOf(demo.cloud, openid)).toEqual([]);
  await grandma.app.setOffline(false);
  await grandma.go('#confirm', DONE);
  expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
});

test('a booking whose page was left while its recording was being sent books nothing by itself', async () => {
  const { openid } = await newFamily(demo.cloud, ['booking', 'recordings']);
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  let uploads = 0;
  const grandma = await demo.visit(openid, {
    uploadFile: async (cloudPath) => {
      uploads += 1;
      await free;
      return `cloud://test/${cloudPath}`;
    },
  });
  const booked = () =>
    grandma.app.calls
      .map(({ data }) => data as { action: string; input: { slotId: string } })
      .filter(({ action }) => action === 'booking.book');
  await speakAndGoToConfirm(grandma);
  await grandma.tap('#confirm');
  await waitFor(() => uploads === 1, 'the recording to be on its way');
  await grandma.app.back();
  await takeLater(grandma, CONFIRM);
  letGo();
  await grandma.go('#confirm', DONE);
  expect(new Set(booked().map(({ input }) => input.slotId)).size).toBe(1);
  expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
});

describe('when the answer to "yes, book it" is lost', () => {
  /** Confirms, and loses every answer to it although the booking is carried out. */
  async function confirmInVain(goThere = goToConfirm) {
    const { openid } = await newFamily(demo.cloud, ['booking', 'recordings']);
    const sent: string[] = [];
    const network = { losing: true };
    const storage = new Map<string, string>();
    const callFunction: MiniProgramOptions['callFunction'] = async (name, data) => {
      const answer = await demo.cloud.as(openid)(name, data);
      const request = data as { action: string; requestId: string };
      if (request.action !== 'booking.book') return answer;
      sent.push(request.requestId);
      if (network.losing) throw new Error('lost on the way back');
      return answer;
    };
    const visitor = await demo.visit(openid, { callFunction, storage });
    await goThere(visitor);
    await visitor.tap('#confirm');
    await visitor.sees(errorMeanings.INTERNAL.message);
    expect(visitor.text()).toContain(worryNames.unhappy);
    network.losing = false;
    return { visitor, openid, sent, storage, callFunction };
  }

  test('another tap books no second time', async () => {
    const { visitor, openid, sent } = await confirmInVain();
    await visitor.go('#confirm', DONE);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
    expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
  });

  test('another tap books no second time when something was said aloud, and sends it once', async () => {
    const { visitor, openid, sent } = await confirmInVain(speakAndGoToConfirm);
    await visitor.go('#confirm', DONE);
    expect(new Set(sent).size).toBe(1);
    expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
  });

  test('and the battery dies, going on afterwards books no second time', async () => {
    const { openid, storage, callFunction } = await confirmInVain();
    const after = await demo.visit(openid, { callFunction, storage });
    await after.go('#resume', TIMES);
    await after.go('#take', CONFIRM);
    await after.go('#confirm', DONE);
    expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
  });

  test('and the place is no longer kept when they go on, they see what was booked', async () => {
    const { openid, storage, callFunction } = await confirmInVain();
    const draft = JSON.parse(storage.get('booking-draft') ?? '{}') as { hold: { until: number } };
    draft.hold.until = Date.now() - 1000;
    storage.set('booking-draft', JSON.stringify(draft));
    const after = await demo.visit(openid, { callFunction, storage });
    await after.tap('#resume');
    await after.arrives(DONE);
    await after.sees(worryNames.unhappy);
    expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
  });
});
