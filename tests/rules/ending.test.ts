import { limits } from '@contract/limits';
import { dayMs, startOfDay } from '@rules/dates';
import { endingOf } from '@/wording/ending';

/** What a family reads of the account that it wants gone (PIPL 47). */
describe('the end of an account', () => {
  const asked = startOfDay('2026-11-01');
  const deleteAt = asked + limits.deletionDays * dayMs;

  test('before the day: when it is, and that one may stay', () => {
    const ending = endingOf(deleteAt, deleteAt - 1);
    expect(ending).toMatchObject({ past: false });
    expect(ending.title).toBe('2026年11月16日 会删掉');
  });

  test('past the day: when it was asked for, and why it is still there; no day that has gone by', () => {
    const ending = endingOf(deleteAt, deleteAt + 40 * dayMs);
    expect(ending).toMatchObject({ past: true });
    expect(ending.title).toContain('2026年11月1日');
    expect(ending.hint).toContain('法律');
    expect(Object.values(ending).join()).not.toMatch(/会删掉|2026年11月16日/);
  });

  test('it promises nothing that does not happen: nothing is locked, everybody reads on', () => {
    const ending = endingOf(deleteAt, deleteAt + 40 * dayMs);
    expect(ending.hint).not.toMatch(/锁|没有人看|谁也看不到|改主意/);
  });
});
