import { addDays, dayOf, startOfDay, weekdayOf } from '@rules/dates';
import { sessionsOf } from '@rules/hours';
import { reachOfChild } from '@rules/reach';
import { overlaps } from '@rules/slots';
import { slotsOf } from '../../cloudfunctions/areas/booking/plan-slots';
import { counsellorDocuments, counsellorsOn } from '../../demo/county/counsellors';
import { serviceEntries } from '../../demo/county/services';
import { tree } from '../../demo/families/demonstration';

/** Tuesday 24 November 2026, ten past eight in the morning in Beijing. */
const now = Date.UTC(2026, 10, 24, 0, 10);
const workweek = [1, 2, 3, 4, 5];

test('a service can be booked exactly if a counsellor works there', () => {
  const worked = new Set(
    counsellorDocuments.flatMap(({ hours }) => hours.places.map(({ serviceId }) => serviceId)),
  );
  const bookable = serviceEntries.filter(({ ways }) => ways.includes('book')).map(({ id }) => id);
  expect([...worked].sort()).toStrictEqual(bookable.sort());
});

test.each(counsellorDocuments)('the week of $name has no leftover minutes', ({ hours }) => {
  const { places } = hours;
  const settings = places.map(({ kind, township, schoolId, seats }) =>
    [kind, township, schoolId, seats].join(' '),
  );
  expect(new Set(settings).size).toBe(places.length);
  for (const place of places) {
    const { sessionMinutes, bufferMinutes, spans, seats } = place;
    expect(sessionMinutes).toBeGreaterThanOrEqual(30);
    expect(sessionMinutes).toBeLessThanOrEqual(seats > 1 ? 60 : 50);
    expect(bufferMinutes).toBeGreaterThanOrEqual(10);
    expect(bufferMinutes).toBeLessThanOrEqual(15);
    expect(place.kind === 'school').toBe(place.schoolId !== undefined);
    expect(place.kind === 'home').toBe(place.township !== undefined);
    expect(spans.length).toBeGreaterThan(0);
    for (const { weekday, from, to } of spans) {
      const length = (to - from + bufferMinutes) % (sessionMinutes + bufferMinutes);
      expect([weekday, from, length]).toStrictEqual([weekday, from, 0]);
    }
  }
});

test.each(counsellorDocuments)('every hour of $name is used, and nobody works at noon', (one) => {
  const { hours } = one;
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = addDays(dayOf(now), ahead);
    const sessions = sessionsOf(day, hours, new Set());
    // Alone, each place would have as many sessions as it has beside the others.
    const alone = hours.places.flatMap((place) =>
      sessionsOf(day, { ...hours, places: [place] }, new Set()),
    );
    expect(sessions).toHaveLength(alone.length);
    const noon = startOfDay(day) + 12.5 * 3_600_000;
    expect(sessions.some((session) => overlaps(session, { start: noon, end: noon + 1 }))).toBe(
      false,
    );
  }
});

test('two counsellors share a room and are never in it at once', () => {
  const all = counsellorsOn(now).flatMap((one) => slotsOf(one, dayOf(now), 14));
  const inRooms = all.filter(({ roomId }) => roomId !== null);
  expect(new Set(inRooms.map(({ counsellorId }) => counsellorId)).size).toBe(2);
  inRooms.forEach((slot, index) =>
    inRooms
      .slice(index + 1)
      .filter((other) => other.counsellorId !== slot.counsellorId && other.roomId === slot.roomId)
      .forEach((other) => expect(overlaps(slot, other)).toBe(false)),
  );
});

test('there are a group with six places, calls by WeChat, a day off and an extra one', () => {
  const all = counsellorsOn(now).flatMap((one) => slotsOf(one, dayOf(now), 14));
  expect(all.filter(({ seat }) => seat !== null)).toHaveLength(12);
  expect(all.some(({ kind }) => kind === 'wechat')).toBe(true);
  const long = counsellorsOn(now).filter(({ hours }) => hours.exceptions.length > 0);
  expect(long.map(({ name }) => name)).toStrictEqual(['龙老师']);
  const ofLong = all.filter(({ counsellorName }) => counsellorName === '龙老师');
  const days = new Set(ofLong.map(({ start }) => dayOf(start)));
  expect([days.has('2026-12-04'), days.has('2026-12-06')]).toStrictEqual([false, true]);
});

test.each(workweek)(
  'on weekday %i 小树 finds room, clinic, telephone and visit within two days',
  (weekday) => {
    const day = Array.from({ length: 7 }, (_, ahead) => addDays(dayOf(now), ahead)).find(
      (candidate) => weekdayOf(candidate) === weekday,
    );
    if (!day) throw new Error('a week has seven days');
    const reach = reachOfChild(tree(now));
    const kinds = counsellorDocuments
      .flatMap((one) => slotsOf(one, day, 2))
      .filter((slot) => reach.includes(slot.reach))
      .map(({ kind }) => kind);
    for (const kind of ['clinic', 'home', 'phone', 'school'] as const)
      expect(kinds).toContain(kind);
  },
);

test('somebody works on Saturday', () => {
  const spans = counsellorDocuments.flatMap(({ hours }) =>
    hours.places.flatMap((place) => place.spans),
  );
  expect(spans.some(({ weekday }) => weekday === 6)).toBe(true);
});
