import { addDays, dayOf, startOfDay, weekdayOf } from '@rules/dates';
import { reachOfChild } from '@rules/reach';
import { overlaps, sessionsOfDay } from '@rules/slots';
import { newSlots } from '../../cloudfunctions/areas/booking/make-slots';
import { counsellorDocuments } from '../../demo/county/counsellors';
import { serviceEntries } from '../../demo/county/services';
import { tree } from '../../demo/families/demonstration';

/** Tuesday 24 November 2026, ten past eight in the morning in Beijing. */
const now = Date.UTC(2026, 10, 24, 0, 10);
const workweek = [1, 2, 3, 4, 5];

test('a service can be booked exactly if a counsellor works there', () => {
  const worked = new Set(
    counsellorDocuments.flatMap(({ places }) => places.map(({ serviceId }) => serviceId)),
  );
  const bookable = serviceEntries.filter(({ ways }) => ways.includes('book')).map(({ id }) => id);
  expect([...worked].sort()).toStrictEqual(bookable.sort());
});

test.each(counsellorDocuments)(
  'the week of $name has no overlaps and no leftover minutes',
  (one) => {
    expect(one.sessionMinutes).toBeGreaterThanOrEqual(30);
    expect(one.sessionMinutes).toBeLessThanOrEqual(50);
    expect(one.bufferMinutes).toBeGreaterThanOrEqual(10);
    expect(one.bufferMinutes).toBeLessThanOrEqual(15);
    expect(
      new Set(one.places.map(({ kind, township, schoolId }) => `${kind}${township}${schoolId}`))
        .size,
    ).toBe(one.places.length);
    for (let ahead = 0; ahead < 7; ahead += 1) {
      const day = addDays(dayOf(now), ahead);
      const sessions = one.places.flatMap(({ spans }) => sessionsOfDay(day, spans, one));
      sessions.forEach((session, index) =>
        sessions.slice(index + 1).forEach((other) => expect(overlaps(session, other)).toBe(false)),
      );
      // Nobody works through noon.
      const noon = startOfDay(day) + 12.5 * 3_600_000;
      expect(sessions.some((session) => overlaps(session, { start: noon, end: noon + 1 }))).toBe(
        false,
      );
    }
    for (const place of one.places) {
      expect(place.kind === 'school').toBe(place.schoolId !== undefined);
      expect(place.kind === 'home').toBe(place.township !== undefined);
      expect(place.spans.length).toBeGreaterThan(0);
      for (const { weekday, from, to } of place.spans) {
        const length = (to - from + one.bufferMinutes) % (one.sessionMinutes + one.bufferMinutes);
        expect([weekday, from, length]).toStrictEqual([weekday, from, 0]);
      }
    }
  },
);

test.each(workweek)(
  'on weekday %i 小树 finds room, clinic, telephone and visit within two days',
  (weekday) => {
    const day = Array.from({ length: 7 }, (_, ahead) => addDays(dayOf(now), ahead)).find(
      (candidate) => weekdayOf(candidate) === weekday,
    );
    if (!day) throw new Error('a week has seven days');
    const reach = reachOfChild(tree(now));
    const kinds = counsellorDocuments
      .flatMap((one) => newSlots(one, [], day))
      .filter((slot) => reach.includes(slot.reach) && slot.start < startOfDay(addDays(day, 2)))
      .map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toStrictEqual(['clinic', 'home', 'phone', 'school']);
  },
);

test('somebody works on Saturday', () => {
  const spans = counsellorDocuments.flatMap(({ places }) => places.flatMap((place) => place.spans));
  expect(spans.some(({ weekday }) => weekday === 6)).toBe(true);
});
