import { afterVisit, dueKey, neverDue, nextVisit, visitRule } from '@rules/home-visits';

describe('when a child is seen at home again', () => {
  const visited = '2026-09-10';

  test('nobody was there yet: as soon as possible; then every three months', () => {
    expect(nextVisit({}, false)).toEqual({ day: '', reason: 'first' });
    expect(nextVisit({ visited }, false)).toEqual({ day: '2026-12-10', reason: 'regular' });
    // The last day of a shorter month.
    expect(nextVisit({ visited: '2026-11-30' }, false)?.day).toBe('2027-02-28');
  });

  test('parents who live at home are visited only when there is a reason', () => {
    expect(nextVisit({}, true)).toBeUndefined();
    expect(nextVisit({ visited }, true)).toBeUndefined();
    expect(dueKey({ visited }, true)).toBe(neverDue);
    expect(nextVisit({ visited, asked: '2026-10-01' }, true)?.reason).toBe('asked');
  });

  test.each([
    ['asked', '2026-10-08'],
    ['missed', '2026-10-08'],
    ['notMet', '2026-10-15'],
  ] as const)('%s brings the visit forward, until somebody was met after it', (reason, day) => {
    expect(nextVisit({ visited, [reason]: '2026-10-01' }, false)).toEqual({ day, reason });
    expect(nextVisit({ visited: '2026-10-01', [reason]: '2026-10-01' }, false)?.reason).toBe(
      'regular',
    );
  });

  test('what lies further away than the next regular visit does not put it off', () => {
    expect(nextVisit({ visited: '2026-09-10', asked: '2026-12-09' }, false)?.reason).toBe(
      'regular',
    );
  });

  test('a visit in vain before the first one is tried again in some days, not at once', () => {
    const care = afterVisit({}, { day: '2026-10-01', met: false, again: false });
    expect(nextVisit(care, false)).toEqual({ day: '2026-10-15', reason: 'notMet' });
  });

  test('a visit answers what was asked, and may ask for another one', () => {
    const care = afterVisit(
      { asked: '2026-10-01', missed: '2026-09-30', notMet: '2026-10-02' },
      { day: '2026-10-03', met: true, again: true },
    );
    expect(nextVisit(care, false)).toEqual({ day: '2026-10-17', reason: 'again' });
    const later = afterVisit(care, { day: '2026-10-16', met: true, again: false });
    expect(nextVisit(later, false)?.reason).toBe('regular');
    expect(visitRule.againDays).toBe(14);
  });

  test('a note that arrives late undoes no later visit', () => {
    const care = { visited: '2026-10-20' };
    expect(afterVisit(care, { day: '2026-10-03', met: true, again: true })).toEqual(care);
    expect(
      afterVisit({ notMet: '2026-10-20' }, { day: '2026-10-03', met: false, again: false }),
    ).toEqual({ notMet: '2026-10-20' });
  });
});
