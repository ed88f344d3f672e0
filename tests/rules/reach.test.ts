import { placeKinds } from '@contract/enums';
import { countyOf, reachOfChild, reachOfSlot } from '@rules/reach';

describe('who may use a place', () => {
  const county = '990101';
  const township = '990101001';
  const pupil = { township, schoolId: 'school-one' };
  const toddler = { township };
  const neighbour = { township: '990101002', schoolId: 'school-two' };
  const stranger = { township: '990202001', schoolId: 'school-three' };

  const may = (child: { township: string; schoolId?: string }, reach: string) =>
    reachOfChild(child).includes(reach);

  test('a school’s room: its pupils', () => {
    const reach = reachOfSlot({ kind: 'school', county, township, schoolId: 'school-one' });
    const all = [pupil, toddler, neighbour, stranger].map((child) => may(child, reach));
    expect(all).toStrictEqual([true, false, false, false]);
  });

  test('a home visit: its township', () => {
    const reach = reachOfSlot({ kind: 'home', county, township });
    const all = [pupil, toddler, neighbour, stranger].map((child) => may(child, reach));
    expect(all).toStrictEqual([true, true, false, false]);
  });

  test.each(['clinic', 'phone'] as const)('%s: the whole county', (kind) => {
    const reach = reachOfSlot({ kind, county, township, schoolId: 'school-one' });
    const all = [pupil, toddler, neighbour, stranger].map((child) => may(child, reach));
    expect(all).toStrictEqual([true, true, true, false]);
  });

  test('no kind of place reaches into another county', () => {
    for (const kind of placeKinds) {
      const reach = reachOfSlot({ kind, county, township, schoolId: 'school-one' });
      expect(may(stranger, reach)).toBe(false);
    }
  });

  test('a county is the first six digits of its townships', () => {
    expect(countyOf(township)).toBe(county);
  });
});
