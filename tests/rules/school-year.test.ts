import { classesAfter, gradeOf, lastGradeOf, planYear, schoolYearOf } from '@rules/school-year';

describe('the classes of a school move up', () => {
  test.each([
    ['三年级二班', 3],
    ['3年级2班', 3],
    ['初一(2)班', 7],
    ['初三年级1班', 9],
    ['高二三班', 11],
    ['希望班', undefined],
  ])('%s is of grade %s', (name, number) => {
    expect(gradeOf(name)?.number).toBe(number);
  });

  test('each by one, in its own writing, the highest first; the last year leaves', () => {
    expect(planYear(['一年级一班', '希望班', '六年级一班', '三年级二班', '3年级2班'], 6)).toEqual([
      { from: '六年级一班', kind: 'leaves' },
      { from: '3年级2班', kind: 'moves', to: '4年级2班' },
      { from: '三年级二班', kind: 'moves', to: '四年级二班' },
      { from: '一年级一班', kind: 'moves', to: '二年级一班' },
      { from: '希望班', kind: 'stays' },
    ]);
  });

  test('across the stages of a school that has several', () => {
    expect(planYear(['九年级1班', '六年级1班'], 12)).toEqual([
      { from: '九年级1班', kind: 'moves', to: '高一1班' },
      { from: '六年级1班', kind: 'moves', to: '七年级1班' },
    ]);
    expect(planYear(['初三2班', '初二2班'], 9)).toEqual([
      { from: '初三2班', kind: 'leaves' },
      { from: '初二2班', kind: 'moves', to: '初三2班' },
    ]);
    expect(lastGradeOf(['一年级1班', '六年级1班'])).toBe(6);
    expect(lastGradeOf(['七年级1班', '六年级1班'])).toBe(9);
    expect(lastGradeOf([])).toBe(6);
  });

  test('a school year begins with the move in summer', () => {
    expect(schoolYearOf(Date.parse('2026-06-30T12:00:00+08:00'))).toBe('2025');
    expect(schoolYearOf(Date.parse('2026-07-01T00:00:00+08:00'))).toBe('2026');
    expect(schoolYearOf(Date.parse('2027-01-10T12:00:00+08:00'))).toBe('2026');
  });

  test('a teacher never ends up without a class, which would open the whole school', () => {
    const moves = planYear(['六年级一班', '三年级二班'], 6);
    expect(classesAfter(['六年级一班'], moves, '2026')).toEqual(['2026届六年级一班']);
    expect(classesAfter(['三年级二班', '音乐'], moves, '2026')).toEqual(['四年级二班', '音乐']);
  });
});
