import fc from 'fast-check';
import {
  acceptBy,
  confirmBy,
  deidentified,
  escalate,
  firstLook,
  hearBy,
  isOverdue,
  messageConcern,
  needsReport,
  orderOf,
} from '@rules/alerts';
import { canonical, chainHolds, sealLink } from '@rules/alert-chain';
import { dayMs, hourMs, minuteMs, startOfDay } from '@rules/dates';
import {
  coveredUntil,
  crosses,
  gapsOf,
  mondayOf,
  nextDuty,
  nextInLine,
  onDutyNow,
} from '@rules/duty';

const monday = startOfDay('2026-11-23');
const eight = monday + 8 * hourMs;

describe('deadlines', () => {
  test('S3 within a quarter of an hour, S2 the same day, S1 with the weekly look', () => {
    expect(acceptBy('S3', eight)).toBe(eight + 15 * minuteMs);
    expect(acceptBy('S2', eight)).toBe(monday + dayMs);
    // Two minutes before midnight the day is over in a moment.
    expect(acceptBy('S2', monday + dayMs - 2 * minuteMs)).toBe(monday + dayMs + 118 * minuteMs);
    expect(acceptBy('S1', eight)).toBe(eight + 48 * hourMs);
    expect(firstLook('S1', eight)).toBeUndefined();
    expect(firstLook('S2', eight)).toBe(eight + 2 * hourMs);
    expect(hearBy(eight, true)).toBe(eight + 2 * hourMs);
    expect(hearBy(eight, false)).toBe(eight + 24 * hourMs);
  });

  test('it goes to the next in line, then to the administrators, who hear again for a day', () => {
    const alert = { level: 'S3' as const, at: eight };
    const quarter = eight + 15 * minuteMs;
    expect(escalate({ ...alert, raisedTo: 'duty' }, quarter)).toEqual({
      ...{ raisedTo: 'next', lookAt: quarter + 15 * minuteMs },
    });
    expect(escalate({ ...alert, raisedTo: 'next' }, quarter)).toEqual({
      ...{ raisedTo: 'admin', lookAt: quarter + hourMs },
    });
    expect(escalate({ ...alert, raisedTo: 'admin' }, eight + 24 * hourMs).lookAt).toBeUndefined();
    expect(escalate({ ...alert, level: 'S2', raisedTo: 'duty' }, eight + 2 * hourMs)).toEqual({
      ...{ raisedTo: 'next', lookAt: monday + dayMs },
    });
    // Half past ten in the evening: the step comes at half past midnight, the day is over by then.
    const late = { level: 'S2' as const, at: monday + dayMs - 1.5 * hourMs };
    const first = firstLook('S2', late.at) ?? 0;
    expect(escalate({ ...late, raisedTo: 'duty' }, first)).toEqual({
      ...{ raisedTo: 'next', lookAt: first + 15 * minuteMs },
    });
  });

  test('it never goes back, and ends with the administrators', () => {
    const steps = ['week', 'duty', 'standIn', 'next', 'admin'] as const;
    const hour = fc.integer({ min: 1, max: 48 });
    fc.assert(
      fc.property(
        fc.constantFrom(...steps),
        fc.constantFrom('S2', 'S3'),
        hour,
        (raisedTo, level, later) => {
          const now = eight + later * hourMs;
          const after = escalate({ level, raisedTo, at: eight }, now);
          expect(after.lookAt ?? now + 1).toBeGreaterThan(now);
          expect(steps.indexOf(after.raisedTo)).toBeGreaterThanOrEqual(steps.indexOf(raisedTo));
          const then = escalate({ level, raisedTo: after.raisedTo, at: eight }, now);
          expect(then.raisedTo).toBe('admin');
        },
      ),
    );
  });

  test('overdue is what nobody took in time, and what somebody wanted to look at again', () => {
    const alert = { state: 'waiting' as const, acceptBy: eight, followUpAt: null };
    expect(isOverdue(alert, eight - 1)).toBe(false);
    expect(isOverdue(alert, eight)).toBe(true);
    expect(isOverdue({ ...alert, state: 'accepted' }, eight)).toBe(false);
    expect(isOverdue({ ...alert, state: 'accepted', followUpAt: eight }, eight)).toBe(true);
    expect(isOverdue({ ...alert, state: 'closed', followUpAt: eight }, eight)).toBe(false);
    const second = { ...alert, state: 'secondLook' as const, confirmBy: confirmBy(eight) };
    expect(isOverdue(second, eight + dayMs - 1)).toBe(false);
    expect(isOverdue(second, eight + dayMs)).toBe(true);
  });

  test('the gravest stand first, then the oldest', () => {
    expect(orderOf('S3', eight + dayMs, 'b')).toBeLessThan(orderOf('S2', eight, 'a'));
    expect(orderOf('S2', eight, 'a')).toBeLessThan(orderOf('S2', eight + 1, 'a'));
    expect(orderOf('S2', eight, 'a')).not.toBe(orderOf('S2', eight, 'b'));
  });
});

describe('what is raised', () => {
  test('the gravest of words, sentence and hurry; nothing for a harmless one', () => {
    expect(messageConcern({ words: 'S0' })).toBeUndefined();
    expect(messageConcern({ words: 'S0', urgent: 'other' })).toBeUndefined();
    expect(messageConcern({ words: 'S1', situation: 'afraid' })).toEqual({
      ...{ level: 'S2', reason: 'prepared' },
    });
    expect(messageConcern({ words: 'S3', situation: 'hurt' })).toEqual({
      ...{ level: 'S3', reason: 'words' },
    });
    expect(messageConcern({ words: 'S0', urgent: 'missing' })).toEqual({
      ...{ level: 'S3', reason: 'urgent' },
    });
  });

  test('an S2 or S3 is not finished without a word on reporting, unless there was nothing', () => {
    const right = { outcome: 'supported', judgement: 'right' } as const;
    expect(needsReport('S3', right)).toBe(true);
    expect(needsReport('S2', { outcome: 'noConcern', judgement: 'right' })).toBe(true);
    expect(needsReport('S2', { outcome: 'noConcern', judgement: 'wrong' })).toBe(false);
    expect(needsReport('S1', right)).toBe(false);
  });

  test('what leaves the county has no name, number or account', () => {
    const text = '小石头在一小，电话13812345678，微信abc_99，找李建国老师，一三八一二三四';
    const out = deidentified(text, ['小石头', '一小', '']);
    for (const secret of ['小石头', '一小', '138', 'abc', '李建国', '一三八']) {
      expect(out).not.toContain(secret);
    }
    expect(deidentified('他说不想活了', [])).toBe('他说不想活了');
    expect(deidentified('喝了2瓶', [])).toBe('喝了#瓶');
  });
});

describe('the chain', () => {
  const seal = (text: string) => `<${text}>`;
  const build = (facts: readonly string[]) => {
    let head = sealLink(seal, '', 0, 'first');
    const links = facts.map((fact, at) => {
      head = sealLink(seal, head, at + 1, fact);
      return { n: at + 1, facts: fact, seal: head };
    });
    return { first: 'first', links, head, steps: links.length };
  };

  test('holds as it was written; any change, gap, swap or cut shows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 2, maxLength: 5 }),
        fc.nat(4),
        (facts, pick) => {
          const chain = build(facts);
          expect(chainHolds(seal, chain)).toBe(true);
          const at = pick % facts.length;
          const changed = chain.links.map((link, number) =>
            number === at ? { ...link, facts: `${link.facts}!` } : link,
          );
          expect(chainHolds(seal, { ...chain, links: changed })).toBe(false);
          const cut = chain.links.filter((_link, number) => number !== at);
          expect(chainHolds(seal, { ...chain, links: cut })).toBe(false);
          expect(chainHolds(seal, { ...chain, links: [...chain.links].reverse() })).toBe(false);
          expect(chainHolds(seal, { ...chain, first: 'other' })).toBe(false);
          // Cut off cleanly at the end, with an older head: only a head kept outside shows it.
          const shorter = build(facts.slice(0, -1));
          expect(chainHolds(seal, shorter)).toBe(true);
          expect(shorter.head).not.toBe(chain.head);
        },
      ),
    );
  });

  test('the order of fields, and what is undefined, make no difference', () => {
    expect(canonical({ b: 1, a: { d: 2, c: undefined } })).toBe(canonical({ a: { d: 2 }, b: 1 }));
  });
});

describe('the roster', () => {
  const person = (openid: string) => ({ openid, postId: `p-${openid}` });
  const shift = (day: string, from: number, to: number, duty: string, standIn?: string) => ({
    ...{ day, from: from * 60, to: to * 60, duty: person(duty) },
    standIn: standIn === undefined ? null : person(standIn),
  });
  const shifts = [
    shift('2026-11-23', 0, 12, 'li', 'yang'),
    shift('2026-11-23', 12, 24, 'zhao'),
    shift('2026-11-24', 8, 18, 'chen'),
  ];
  const names = (found: { people: { openid: string }[] }) => found.people.map((one) => one.openid);

  test('duty person first, then the stand-in; who may not see it is passed over', () => {
    expect(names(onDutyNow(shifts, eight))).toEqual(['li', 'yang']);
    const passed = onDutyNow(shifts, eight, ['li']);
    expect([names(passed), passed.standInOnly]).toEqual([['yang'], true]);
    expect(names(onDutyNow(shifts, eight, ['li', 'yang']))).toEqual([]);
    expect(names(onDutyNow(shifts, monday + 12 * hourMs))).toEqual(['zhao']);
    expect(names(onDutyNow(shifts, monday + 30 * hourMs))).toEqual([]);
  });

  test('until when somebody is there, who is next, and the gaps ahead', () => {
    expect(coveredUntil(shifts, eight)).toBe(monday + dayMs);
    expect(coveredUntil(shifts, monday + 25 * hourMs)).toBeUndefined();
    expect(nextDuty(shifts, monday + 25 * hourMs)).toBe(monday + 32 * hourMs);
    expect(nextInLine(shifts, eight, ['li', 'yang'])?.openid).toBe('zhao');
    expect(nextInLine(shifts, monday + 47 * hourMs, [])?.openid).toBe('chen');
    expect(nextInLine(shifts, eight, ['li', 'yang', 'zhao', 'chen'])).toBeUndefined();
    const gaps = gapsOf('2026-11-23', shifts, eight);
    expect(gaps.slice(0, 3)).toEqual([
      { day: '2026-11-24', from: 0, to: 480 },
      { day: '2026-11-24', from: 1080, to: 1440 },
      { day: '2026-11-25', from: 0, to: 1440 },
    ]);
    expect(gapsOf('2026-11-16', shifts, eight)).toEqual([]);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(crosses(shifts)).toBe(false);
    expect(crosses([...shifts, shift('2026-11-24', 17, 20, 'wu')])).toBe(true);
  });
});
