import fc from 'fast-check';
import type { Progress } from '@contract/reading';
import { mergeProgress } from '@rules/guide-progress';

const heard: fc.Arbitrary<Progress> = fc
  .record({
    guideId: fc.constantFrom('one', 'two', 'three'),
    version: fc.integer({ min: 1, max: 3 }),
    blocks: fc.integer({ min: 0, max: 5 }),
    answered: fc.option(
      fc.record({ choice: fc.integer({ min: 0, max: 2 }), at: fc.integer({ min: 0, max: 3 }) }),
      { nil: undefined },
    ),
    at: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ answered, ...rest }) => (answered === undefined ? rest : { ...rest, answered }));
const lists = fc.array(heard, { maxLength: 8 });

describe('what somebody has heard', () => {
  test('told twice, it is the same as told once', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const once = mergeProgress([], list);
        expect(mergeProgress(once, list)).toEqual(once);
      }),
    );
  });

  test('two phones come to the same, whichever is heard of first', () => {
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const there = mergeProgress(mergeProgress([], one), other);
        expect(mergeProgress(mergeProgress([], other), one)).toEqual(there);
      }),
    );
  });

  test('nobody is put back: the furthest block of the newest version counts', () => {
    const far: Progress = { guideId: 'one', version: 2, blocks: 4, at: 1 };
    expect(mergeProgress([far], [{ ...far, blocks: 1, at: 5 }])).toEqual([{ ...far, at: 5 }]);
    expect(mergeProgress([far], [{ ...far, version: 1, blocks: 5, at: 9 }])).toEqual([far]);
  });

  test('a new version begins anew', () => {
    const old: Progress = {
      guideId: 'one',
      version: 1,
      blocks: 5,
      answered: { choice: 2, at: 1 },
      at: 1,
    };
    const fresh: Progress = { guideId: 'one', version: 2, blocks: 1, at: 2 };
    expect(mergeProgress([old], [fresh])).toEqual([fresh]);
  });
});
