import type { InputOf } from '@contract';
import {
  hotlines,
  regions,
  schools,
  services,
} from '../../../cloudfunctions/platform/collections/directory';
import { county, otherTownship, service, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

async function fill({ database }: Scenario): Promise<void> {
  const more = Array.from({ length: 49 }, (_, number) => ({
    ...service,
    _id: `service-${String(number).padStart(3, '0')}`,
    township: number % 2 === 0 ? township : otherTownship,
    kinds: [number % 7 === 0 ? ('treatment' as const) : ('counselling' as const)],
    travel: { [otherTownship]: { by: 'bus' as const, minutes: number } },
  }));
  await database.addMany(services, more);
  await database.add(services, { ...service, _id: 'elsewhere', county: '990202' });
  await database.addMany(
    schools,
    Array.from({ length: 205 }, (_, number) => ({
      _id: `village-${String(number).padStart(3, '0')}`,
      county,
      township: number < 110 ? township : otherTownship,
      name: `${number} 小`,
    })),
  );
  const line = { name: '热线', purpose: '说说话', hours: '全天', urgent: false, verifiedAt: 0 };
  await database.addMany(hotlines, [
    { ...line, _id: 'h-nation', region: '000000', number: '12356', order: 2 },
    { ...line, _id: 'h-county', region: county, number: '0739123', order: 1 },
    { ...line, _id: 'h-other', region: '990202', number: '0740123', order: 3 },
  ]);
  await database.add(regions, { _id: township, name: '一镇', countyName: '一县' });
}

/** All pages of a question for services, one after the other. */
async function everyPage(who: Person, question: InputOf<'directory.listServices'>) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await who.call('directory.listServices', { ...question, cursor });
    expect(page.services.length).toBeLessThanOrEqual(20);
    pages.push(...page.services);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  return pages;
}

/** Nobody has to sign in for any of this. */
describe('the directory, for somebody never seen', () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await Scenario.start();
    await fill(scenario);
  });
  afterAll(async () => {
    await scenario.close();
  });

  const anybody = () => scenario.as('wx-never-seen');

  test('page after page shows every service of the county once, and none of another', async () => {
    const list = await everyPage(anybody(), { county });
    expect(list).toHaveLength(50);
    expect(list.map(({ id }) => id)).not.toContain('elsewhere');
  });

  test('begins with those of the family’s own township and tells how far the others are', async () => {
    const list = await everyPage(anybody(), { county, from: otherTownship });
    expect(list).toHaveLength(50);
    const places = list.map((one) => one.township);
    const near = places.filter((place) => place === otherTownship).length;
    expect(places.slice(0, near)).toStrictEqual(Array.from({ length: near }, () => otherTownship));
    expect(list.find(({ id }) => id === 'service-013')?.travel).toEqual({ by: 'bus', minutes: 13 });
  });

  test('of one township', async () => {
    const there = await everyPage(anybody(), { county, township: otherTownship });
    expect(new Set(there.map((one) => one.township))).toStrictEqual(new Set([otherTownship]));
    expect(there).toHaveLength(24);
  });

  test('one service in full; one that is not there is not found', async () => {
    const one = await anybody().call('directory.getService', { id: service._id });
    expect(one).toMatchObject({ name: '一小谈心室', address: '一镇学校路一号', ways: ['book'] });
    expect(await anybody().refusal('directory.getService', { id: 'nowhere' })).toBe('NOT_FOUND');
  });

  test('telephone lines of the country and of the county, in their order', async () => {
    const numbers = async (input: { county?: string }) =>
      (await anybody().call('directory.listHotlines', input)).hotlines.map(({ number }) => number);
    expect(await numbers({ county })).toStrictEqual(['0739123', '12356']);
    expect(await numbers({})).toStrictEqual(['12356']);
  });

  test('schools, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await anybody().call('directory.listSchools', { county, cursor });
      seen.push(...page.schools.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(207);
  });

  test('schools by their ids, for a family that has chosen some before', async () => {
    const ids = ['village-007', 'village-150', 'nowhere'];
    const { schools: list } = await anybody().call('directory.listSchools', { county, ids });
    expect(list.map(({ id }) => id)).toStrictEqual(['village-007', 'village-150']);
  });

  test('regions', async () => {
    const { townships } = await anybody().call('directory.listRegions', {});
    expect(townships).toStrictEqual([{ code: township, name: '一镇', countyName: '一县' }]);
  });
});

describe('services of one kind', () => {
  test('are found in the county and in one township', async () => {
    const scenario = await Scenario.start();
    await fill(scenario);
    const anybody = scenario.as('wx-never-seen');
    const everywhere = await everyPage(anybody, { county, kind: 'treatment' });
    expect(everywhere).toHaveLength(7);
    const question = { county, township: otherTownship, kind: 'treatment' as const };
    const there = await everyPage(anybody, question);
    expect(there.map(({ id }) => id)).toStrictEqual(['service-007', 'service-021', 'service-035']);
    await scenario.close();
  });
});
