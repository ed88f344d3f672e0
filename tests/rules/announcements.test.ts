import type { Addressee, Standing } from '@contract/enums';
import { limits } from '@contract/limits';
import {
  addressed,
  isDone,
  isToldInPerson,
  keyOfTarget,
  keysOfChild,
  remindFrom,
  targetsOfPost,
} from '@rules/announcements';
import { hourMs } from '@rules/dates';

const adult = (openid: string, standing: Standing) => ({ openid, standing });
const grandma = adult('grandma', 'caregiver');
const father = adult('father', 'guardian');
const mother = adult('mother', 'guardian');
const proxy = adult('proxy', 'proxy');
const family = [grandma, father, mother];

describe('whom an announcement reaches', () => {
  const place = { county: '990101', schoolId: 's', township: '990101001' };

  test('a child has a key for county, township, school and class, and no more than it has', () => {
    const keys = keysOfChild({ township: '990101001', schoolId: 's', className: '三年级一班' });
    expect(keys).toEqual(['county:990101', 'township:990101001', 'school:s', 'class:s:三年级一班']);
    expect(keysOfChild({ township: '990101001', className: '三年级一班' })).toHaveLength(2);
  });

  test('everybody announces where they work, a counsellor nowhere', () => {
    const keys = (post: Parameters<typeof targetsOfPost>[0]) =>
      targetsOfPost(post).map(keyOfTarget);
    expect(keys({ ...place, role: 'teacher', classes: ['一班', '二班'] })).toEqual([
      ...['class:s:一班', 'class:s:二班'],
    ]);
    expect(keys({ ...place, role: 'teacher' })).toEqual(['school:s']);
    expect(keys({ ...place, role: 'admin' })).toEqual(['school:s']);
    expect(keys({ role: 'admin', county: '990101' })).toEqual(['county:990101']);
    expect(keys({ ...place, role: 'director' })).toEqual(['township:990101001']);
    expect(keys({ ...place, role: 'counsellor' })).toEqual([]);
  });

  test('guardians where there are any; a proxy is nobody’s phone', () => {
    expect(addressed('guardians', family)).toEqual([father, mother]);
    expect(addressed('guardian', [grandma, proxy])).toEqual([grandma]);
    expect(addressed('anyone', family)).toEqual(family);
    expect(isToldInPerson([proxy])).toBe(true);
    expect(isToldInPerson([proxy, grandma])).toBe(false);
  });
});

describe('who has not', () => {
  const reaction = (seen: { openid: string }[], part = {}) => ({
    ...{ seen, inPerson: false, answered: false },
    ...part,
  });

  test.each<[Addressee, { openid: string }[], boolean]>([
    ['anyone', [], false],
    ['anyone', [grandma], true],
    ['guardian', [grandma], false],
    ['guardian', [father], true],
    ['guardians', [father], false],
    ['guardians', [father, mother], true],
  ])('for %s, seen by %j: %s', (whom, seen, done) => {
    expect(isDone({ kind: 'tap', whom }, family, reaction(seen))).toBe(done);
  });

  test('what is to be answered is not done by looking at it', () => {
    const about = { kind: 'answer', whom: 'anyone' } as const;
    expect(isDone(about, family, reaction([grandma]))).toBe(false);
    expect(isDone(about, family, reaction([grandma], { answered: true }))).toBe(true);
  });

  test('told in person counts for a family without a phone, and an answer is still an answer', () => {
    const told = reaction([], { inPerson: true });
    expect(isDone({ kind: 'read', whom: 'guardians' }, [proxy], reaction([]))).toBe(false);
    expect(isDone({ kind: 'read', whom: 'guardians' }, [proxy], told)).toBe(true);
    expect(isDone({ kind: 'answer', whom: 'anyone' }, [proxy], told)).toBe(false);
  });
});

test('those who have not are told again after most of a day, a few times, and not when it is withdrawn', () => {
  const first = { at: 1000, round: 1, remindedAt: null, withdrawnAt: null };
  const pause = limits.remindAfterHours * hourMs;
  expect(remindFrom(first)).toBe(1000 + pause);
  expect(remindFrom({ ...first, round: 2, remindedAt: 5000 })).toBe(5000 + pause);
  expect(remindFrom({ ...first, round: limits.announcementRounds })).toBeUndefined();
  expect(remindFrom({ ...first, withdrawnAt: 2000 })).toBeUndefined();
});
