import * as v from 'valibot';
import { channels, SceneSchema } from '@contract/arriving';
import { limits } from '@contract/limits';
import { fewest } from '@contract/figure-names';
import { countyPlace, sceneOf } from '@rules/campaign';
import { dayMs } from '@rules/dates';
import { arrivals, arrivalTallies, regions } from '../../../cloudfunctions/platform/collections';
import { moveClock } from '../support/clock';
import { county, farCounty, otherTownship, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

/** Issue 10, "Being found": arrivals by channel and township, without a list of who came. */
describe('people who come by a code', () => {
  let scenario: Scenario;
  let admin: Person;

  beforeEach(async () => {
    scenario = await Scenario.start();
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    await scenario.database.addMany(
      regions,
      [township, otherTownship].map((_id) => ({ _id, name: '一镇', countyName: '一县' })),
    );
  });
  afterEach(async () => {
    await scenario.close();
  });

  const poster = { channel: 'poster', place: township } as const;
  const come = (names: string[], source: Parameters<typeof sceneOf>[0] = poster) =>
    Promise.all(names.map((name) => tellLikeAPhone(scenario.as(name), source)));
  /** A phone that was told that it is busy tells again later. */
  async function tellLikeAPhone(person: Person, source: Parameters<typeof sceneOf>[0]) {
    for (;;) {
      const answer = await person.ask('reach.noteArrival', source);
      if (answer.ok) return;
      if (answer.error.code !== 'BUSY') throw new Error(answer.error.code);
    }
  }
  const crowd = (count: number, name = 'wx-new') =>
    Array.from({ length: count }, (_, index) => `${name}-${index}`);
  /** What the administrator sees when the month is over. */
  const shownNextMonth = async () => {
    moveClock(10 * dayMs);
    return (await admin.call('reach.showArrivals', {})).months;
  };
  const counted = async () => {
    const all = await scenario.database.find(arrivalTallies, { where: { county } });
    return all.flatMap(({ counts }) => Object.values(counts)).reduce((sum, one) => sum + one, 0);
  };

  test('a scene is channel and place, short enough for WeChat, and nothing else gets in', () => {
    for (const channel of channels) {
      const scene = sceneOf({ channel, place: township });
      expect(scene.length).toBeLessThanOrEqual(32);
      expect(v.parse(SceneSchema, scene)).toEqual({ channel, place: township });
    }
    const made = [`poster.${township}.wx-somebody`, 'poster', `radio.${township}`, 'poster.99010'];
    for (const scene of [...made, 'a'.repeat(22), '']) {
      expect(v.safeParse(SceneSchema, scene).success).toBe(false);
    }
  });

  test('each is counted once, by the first code, however often and by however many they come', async () => {
    await come(crowd(12));
    await come(crowd(12));
    await come(crowd(12), { channel: 'group', place: otherTownship });
    expect(await counted()).toBe(12);
    expect(await shownNextMonth()).toEqual([
      {
        month: '2026-11',
        places: [{ place: township, came: [{ channel: 'poster', people: 10 }] }],
      },
    ]);
  });

  test('a month that still runs is not shown: it would tell when somebody came', async () => {
    await come(crowd(fewest));
    expect((await admin.call('reach.showArrivals', {})).months).toEqual([]);
    expect(await shownNextMonth()).toHaveLength(1);
  });

  test('a crowd at a school meeting: nobody is lost', async () => {
    await come(crowd(40), { channel: 'meeting', place: township });
    expect(await counted()).toBe(40);
  });

  test('nine and nobody look the same, and so do ten and nineteen', async () => {
    const twoTimesTen = 2 * fewest;
    await come(crowd(fewest - 1), { channel: 'leaflet', place: otherTownship });
    expect(await shownNextMonth()).toEqual([]);
    await come(crowd(twoTimesTen - 1, 'wx-more'), { channel: 'poster', place: otherTownship });
    moveClock(31 * dayMs);
    const { months } = await admin.call('reach.showArrivals', {});
    expect(months.map(({ places }) => places)).toEqual([
      [{ place: otherTownship, came: [{ channel: 'poster', people: fewest }] }],
    ]);
  });

  test('what is kept names neither the person nor, with them, the code', async () => {
    await come(['wx-somebody']);
    const kept = await scenario.database.find(arrivals, { where: { at: { $gt: 0 } } });
    expect(kept).toHaveLength(1);
    expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['_id', 'at']);
    const tallies = await scenario.database.find(arrivalTallies, { where: { county } });
    expect(JSON.stringify([kept, tallies])).not.toContain('wx-somebody');
  });

  test('staff who try a code and families who were here before are not counted; newcomers are', async () => {
    const family = await scenario.family({ openid: 'wx-family' });
    moveClock(2 * dayMs);
    await come(['wx-admin', family.openid]);
    expect(await counted()).toBe(0);
    const mother = scenario.as('wx-mother');
    await mother.call('account.signIn', { role: 'parent', township });
    // The phone had no network when the code was scanned: it tells later.
    await come(['wx-mother']);
    expect(await counted()).toBe(1);
  });

  test('a code of a place that does not exist counts nothing; one of the whole county does', async () => {
    await come(['wx-one'], { channel: 'poster', place: '990101999' });
    await come(['wx-two'], { channel: 'television', place: countyPlace(farCounty) });
    expect(await counted()).toBe(0);
    await come(['wx-one'], { channel: 'television', place: countyPlace(county) });
    expect(await counted()).toBe(1);
  });

  test('the mark goes with the account, and after a year; the number stays', async () => {
    const mother = scenario.as('wx-mother');
    await come(['wx-mother', 'wx-stranger']);
    await mother.call('account.signIn', { role: 'parent', township });
    await mother.call('account.deleteAccount', {});
    moveClock((limits.deletionDays + 1) * dayMs);
    await scenario.test.runJobs();
    expect(await scenario.database.count(arrivals, { at: { $gt: 0 } })).toBe(1);
    moveClock(limits.arrivalDays * dayMs);
    await scenario.test.runJobs();
    expect(await scenario.database.count(arrivals, { at: { $gt: 0 } })).toBe(0);
    expect(await counted()).toBe(2);
  });

  test('the code of a place is a picture that says channel and place; of another county it is not found', async () => {
    const { image } = await admin.call('reach.drawCode', poster);
    expect(Buffer.from(image, 'base64').subarray(1, 4).toString()).toBe('PNG');
    const elsewhere = { channel: 'poster', place: countyPlace(farCounty) } as const;
    expect(await admin.refusal('reach.drawCode', elsewhere)).toBe('NOT_FOUND');
  });
});
