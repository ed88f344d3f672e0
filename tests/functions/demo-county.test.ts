import * as v from 'valibot';
import { PhoneSchema, NicknameSchema, TravelSchema } from '@contract/shapes';
import { dayOf } from '@rules/dates';
import { slotsOf } from '../../cloudfunctions/areas/booking/plan-slots';
import * as listed from '../../cloudfunctions/platform/collections';
import { buildCounty } from '../../demo/build';
import { liId } from '../../demo/county/counsellors';
import { schoolAges } from '../../demo/county/schools';
import { serviceEntries } from '../../demo/county/services';
import { countyName, townshipKeys, townships } from '../../demo/county/townships';
import { familyRows } from '../../demo/families';
import { tree } from '../../demo/families/demonstration';
import { demonstrationPeople } from '../../demo/people';
import { mulberry32 } from '../../demo/random';

// Keys of this test alone; the module reads them when it first encrypts.
const key = Buffer.alloc(32, 7).toString('base64');
process.env.XINQIAO_KEYRING = JSON.stringify({ current: 'k1', keys: { k1: key }, index: key });

/** Tuesday 24 November 2026, ten past eight in the morning in Beijing. */
const now = Date.UTC(2026, 10, 24, 0, 10);
const county = buildCounty({ now, size: 'demo', random: mulberry32(1) });

test('has the townships, schools, services, counsellors and families that were asked for', () => {
  expect(county.regions).toHaveLength(6);
  expect(county.schools).toHaveLength(8);
  expect(county.services.length).toBeGreaterThanOrEqual(14);
  expect(county.counsellors).toHaveLength(6);
  expect(familyRows).toHaveLength(40);
  expect(county.hotlines.filter(({ region }) => region !== '000000')).toHaveLength(2);
  for (const kind of ['screening', 'counselling', 'treatment', 'outreach'] as const) {
    expect(county.services.filter(({ kinds }) => kinds.includes(kind)).length).toBeGreaterThan(2);
  }
  for (const way of ['book', 'walkIn', 'call', 'referral'] as const) {
    expect(county.services.some(({ ways }) => ways.includes(way))).toBe(true);
  }
});

test.each(['demo', 'full'] as const)('every document of the %s county fits its schema', (size) => {
  const documents: Record<string, unknown[]> = {
    ...buildCounty({ now, size, random: mulberry32(2) }),
  };
  for (const [name, list] of Object.entries(documents)) {
    const collection = listed.collections.find((candidate) => candidate.name === name);
    if (!collection) throw new Error(`no collection ${name}`);
    const ids = list.map((document) => v.parse(collection.schema, document)._id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w~-]{1,80}$/);
    // The database would keep `undefined` as null.
    for (const document of list)
      expect(document).toStrictEqual(JSON.parse(JSON.stringify(document)));
  }
});

test('the full county has 500 records where a screen lists something', () => {
  const full = buildCounty({ now, size: 'full', random: mulberry32(3) });
  const past = full.appointments.filter(
    (visit) => visit.childId === tree(now).id && visit.start < now,
  );
  expect(full.services).toHaveLength(500);
  expect(full.schools).toHaveLength(120);
  expect(past).toHaveLength(500);
  expect(full.people.filter(({ _id }) => /^demo-family-\d+$/.test(_id))).toHaveLength(500);
  expect(full.people.find(({ _id }) => _id === 'demo-director')?.children).toHaveLength(50);
  const li = county.counsellors.find(({ _id }) => _id === liId);
  if (!li) throw new Error('no 李老师');
  const today = slotsOf(li, dayOf(now), 1);
  const taken = full.slots.filter(
    (slot) => slot.counsellorId === liId && dayOf(slot.start) === dayOf(now),
  );
  expect(taken.filter(({ state }) => state === 'booked')).toHaveLength(today.length);
});

test('the same seed gives the same county, encryption apart', () => {
  const again = buildCounty({ now, size: 'demo', random: mulberry32(1) });
  const visits = (of: typeof county) =>
    of.appointments.map(({ details: _d, outcome: _o, ...rest }) => rest);
  expect(visits(again)).toStrictEqual(visits(county));
  const waits = (of: typeof county) =>
    of.waitlist.map(({ details: _d, phone: _p, ...rest }) => rest);
  expect(waits(again)).toStrictEqual(waits(county));
});

test('every service page is complete, in plain words, and marked as a demonstration', () => {
  for (const service of county.services) {
    const texts = [service.name, service.phone, service.hours, service.cost, service.address];
    const more = [service.whatHappens, service.bring, service.directions, service.townshipName];
    for (const text of [...texts, ...more]) expect(text?.trim()).toBeTruthy();
    const sentences = service.whatHappens.split('。').filter(Boolean);
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(service.languages.length).toBeGreaterThan(0);
    expect(service.kinds.length * service.ways.length).toBeGreaterThan(0);
    expect(service.ways.includes('referral')).toBe(service.referredBy !== undefined);
    expect(Object.keys(service.travel)).toStrictEqual(
      townshipKeys.map((township) => townships[township].code),
    );
    for (const travel of Object.values(service.travel)) {
      const { by, minutes } = v.parse(TravelSchema, travel);
      expect(minutes > 0).toBe(by !== 'none');
    }
    // Inside the empty stretch of sand that the county is drawn in.
    expect(Math.abs(service.latitude - 39.1)).toBeLessThan(0.3);
    expect(Math.abs(service.longitude - 83.15)).toBeLessThan(0.2);
    expect(service.demonstration).toBe(true);
    expect(service.address).toContain(countyName);
    expect(service.verifiedAt).toBeLessThan(now);
  }
});

test('families: unique nicknames, one to three children of 5 to 16, at a school for their age', () => {
  const rows = familyRows.flatMap(({ children }) => children);
  const nicknames = rows.map(([nickname]) => nickname);
  expect(new Set(nicknames).size).toBe(nicknames.length);
  for (const { children } of familyRows) {
    expect(children.length).toBeGreaterThan(0);
    expect(children.length).toBeLessThanOrEqual(3);
  }
  const ages = new Map(Object.entries(schoolAges).map(([id, school]) => [id, school.ages]));
  for (const [nickname, age, month, school] of rows) {
    expect(v.is(NicknameSchema, nickname)).toBe(true);
    expect(age).toBeGreaterThanOrEqual(5);
    expect(age).toBeLessThanOrEqual(16);
    expect(month).toBeGreaterThanOrEqual(1);
    expect(month).toBeLessThanOrEqual(12);
    const range = school === undefined ? [5, 5] : ages.get(school);
    expect([nickname, range?.[0]]).toStrictEqual([nickname, expect.any(Number)]);
    expect(age).toBeGreaterThanOrEqual(range?.[0] ?? Infinity);
    expect(age).toBeLessThanOrEqual(range?.[1] ?? -Infinity);
  }
});

test('the people of the preview: all are known but the stranger', () => {
  const known = new Set(county.people.map(({ _id }) => _id));
  const unknown = demonstrationPeople.filter(({ openid }) => !known.has(openid));
  expect(demonstrationPeople).toHaveLength(10);
  expect(unknown.map(({ openid }) => openid)).toStrictEqual(['demo-stranger']);
  for (const { openid, size } of demonstrationPeople) {
    const person = county.people.find(({ _id }) => _id === openid);
    if (person) expect(person.size).toBe(size);
  }
});

test('no number of these is a real one', () => {
  const text = JSON.stringify([serviceEntries, county.services, county.schools, county.hotlines]);
  expect(text).not.toMatch(/(?<![\d.])1[3-9]\d{9}(?!\d)/);
  const local = county.hotlines.filter(({ region }) => region !== '000000');
  for (const { phone } of [...county.services, ...county.schools]) {
    expect(phone).toMatch(/^0980-0000\d{3}$/);
    expect(v.is(PhoneSchema, phone)).toBe(true);
  }
  for (const { number, name } of local) {
    expect(number).toMatch(/^0980-0000\d{3}$/);
    expect(name).toContain('演示');
  }
});
