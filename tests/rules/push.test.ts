/** What a push says and when: every field at its limit, whose turn it is, what WeChat's codes mean. */
import fc from 'fast-check';
import { noticeKinds } from '@contract/enums';
import { pushTemplates } from '@contract/push';
import { dayMs, hourMs, minuteMs, startOfDay } from '@rules/dates';
import { nextTry, outcomeOf } from '@rules/push-errors';
import * as field from '@rules/push-fields';
import { pushWay } from '@rules/push-kinds';
import { inboxPage, pageOf } from '@rules/push-pages';
import { remindAt, startsToRemind, reminderSteps } from '@rules/push-reminders';
import { pushParts, templateParts } from '@rules/push-templates';
import {
  callsAWeek,
  isAsleep,
  alertKey,
  turnsOf,
  usualQuiet,
  wakesAt,
  type Waiting,
} from '@rules/push-turns';
import { fitsField } from '../../local-cloud/openapi/fields';
import { pagesOf, subpackages } from '../../config/packages';

const monday = startOfDay('2026-11-23');
const at = (clock: number, day = 0) => monday + day * dayMs + clock * hourMs;

const family = '👨‍👩‍👧‍👦';
const rare = '𠮷𪚥';
const combined = 'e\u0301';
const flag = '🇨🇳';

describe('fields', () => {
  test.each([
    [
      'exactly twenty',
      '一二三四五六七八九十一二三四五六七八九十',
      '一二三四五六七八九十一二三四五六七八九十',
    ],
    [
      'one more',
      '一二三四五六七八九十一二三四五六七八九十一',
      '一二三四五六七八九十一二三四五六七八九…',
    ],
    ['a family of four at the edge', `一二三四五六七八九十${family}`, '一二三四五六七八九十…'],
    ['a rare character at the edge', `${'一'.repeat(18)}${rare}`, `${'一'.repeat(18)}…`],
    ['an accent at the edge', `${'一'.repeat(18)}${combined}x`, `${'一'.repeat(18)}…`],
    ['a flag that fits', `${'一'.repeat(16)}${flag}`, `${'一'.repeat(16)}${flag}`],
    ['lines and blanks', ' 一\n\n二\t三 ', '一 二 三'],
    ['half a character', '一\ud842二', '一 二'],
    ['nothing', ' \u200b\u202e ', '请打开看看'],
  ])('thing: %s', (_name, text, expected) => {
    expect(field.thing(text)).toBe(expected);
  });

  test('the other kinds at their limits', () => {
    expect(field.phrase('一二三四五六')).toBe('一二三四五');
    expect(field.phrase('好，a1')).toBe('好');
    expect(field.phrase(rare.repeat(3))).toBe('𠮷𪚥');
    expect(field.phrase('😀')).toBe('有新消息');
    expect(field.name('王1老师王老师王老师王老师')).toBe('王老师王老师王老师王');
    expect(field.characterString(`中${'a'.repeat(40)}`)).toBe('a'.repeat(32));
    expect(field.number(1e30)).toBe('1000000000000000000000');
    expect(field.number(-1)).toBe('0');
    expect(field.phoneNumber('0731-1234567890123456')).toBe('0731-123456789012');
    expect(field.time(at(9))).toBe('2026年11月23日 09:00');
    expect(field.date(at(0))).toBe('2026年11月23日');
  });

  const builders = {
    thing: field.thing,
    name: field.name,
    phrase: field.phrase,
    character_string: field.characterString,
    phone_number: field.phoneNumber,
  };
  test.each(Object.entries(builders))('%s takes whatever text there is', (kind, build) => {
    const hard = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom(family, rare, combined, flag, '心', '\ud83d', '1', ' '))
        .map((list) => list.join('')),
    );
    fc.assert(
      fc.property(hard, (text) => {
        const value = build(text);
        expect(value.length).toBeLessThanOrEqual(field.fieldLimits[kind as 'thing']);
        expect(value).toBe(value.trim());
        expect(value).not.toMatch(/\p{Cs}/u);
        // Whole characters: what is kept is how the text began.
        expect(fitsField(`${kind}1`, value)).toBe(true);
      }),
    );
  });
});

describe('templates', () => {
  test.each(pushTemplates)('%s: every part fits its field, whatever stands in it', (template) => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constant(family.repeat(9)),
    );
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom(...noticeKinds, 'teacher'),
        fc.nat(2000),
        (placeName, title, kind, count) => {
          const content = { at: at(9), start: at(10), until: at(11), placeName, title, count };
          const parts = pushParts(template, content, kind);
          expect(Object.keys(parts).sort()).toEqual(Object.keys(templateParts[template]).sort());
          for (const [part, fieldKind] of Object.entries(templateParts[template])) {
            expect(fitsField(`${fieldKind}1`, parts[part] ?? '')).toBe(true);
          }
        },
      ),
    );
  });

  test('nothing that a bystander should not read', () => {
    for (const template of pushTemplates) {
      for (const kind of [...noticeKinds, 'teacher']) {
        const content = {
          at: at(9),
          count: 3,
          placeName: '县心理服务中心',
          title: '孩子说不想活了：自杀的信号',
        };
        const said = Object.values(pushParts(template, content, kind)).join();
        expect(said).not.toMatch(/心理|自杀|咨询|留守|危险|精神/);
      }
    }
    const alert = pushParts('duty', { at: at(9), count: 1 }, 'dutyAlert');
    expect(alert.what).toBe('您有一条新的工作提醒');
  });

  test('every page that a push opens is a page of the mini program', () => {
    const there = ['pages', ...subpackages]
      .flatMap(pagesOf)
      .map((file) => file.replace(/^src\/|\.tsx$/g, ''));
    const ids = {
      ...{ childId: 'c', appointmentId: 'a', waitlistId: 'w', threadId: 't', announcementId: 'n' },
      bulletinId: 'b',
    };
    expect(there).toContain(inboxPage);
    for (const kind of noticeKinds.filter(pushWay)) {
      for (const id of Object.keys(ids)) {
        const led = { kind, [id]: 'x', ...(id === 'childId' ? {} : { childId: 'c' }) };
        const page = pageOf(led);
        expect(there).toContain(page.split('?')[0]);
        expect(page).toMatch(/^[\w/-]+(\?\w+=\w+)?$/);
      }
    }
  });
});

describe('turns', () => {
  const one = (id: string, part: Partial<Waiting> = {}): Waiting => ({
    ...{ id, haste: 'calm', priority: 50, at: at(9), expiresAt: at(9, 5), key: null },
    ...part,
  });
  const now = { now: at(10), quiet: usualQuiet };

  test('the night passes midnight; by day; never', () => {
    expect([20, 21, 23, 0, 6, 7].map((hour) => isAsleep(at(hour), usualQuiet))).toEqual([
      ...[false, true, true, true, true, false],
    ]);
    expect(isAsleep(at(9), { from: 8, to: 16 })).toBe(true);
    expect(isAsleep(at(3), { from: 0, to: 0 })).toBe(false);
    expect(wakesAt(at(22), usualQuiet)).toBe(at(7, 1));
    expect(wakesAt(at(2), usualQuiet)).toBe(at(7));
  });

  test('the most pressing goes, the rest waits an hour', () => {
    const turns = turnsOf([one('a'), one('b', { priority: 60 })], [], now);
    expect(turns).toEqual([
      { id: 'b', do: 'send', count: 1 },
      { id: 'a', do: 'wait', until: at(11) },
    ]);
  });

  test('what is told together is one message', () => {
    const together = ['a', 'b', 'c'].map((id) => one(id, { key: 'reply:x' }));
    expect(turnsOf(together, [], now)).toEqual([
      { id: 'a', do: 'send', count: 3 },
      { id: 'b', do: 'merge', into: 'a' },
      { id: 'c', do: 'merge', into: 'a' },
    ]);
  });

  test('alerts ring at once; while it has just rung, once a minute for all that are new', () => {
    const alert = (id: string) => one(id, { haste: 'now', key: alertKey, priority: 100 });
    const urgent = one('family', { haste: 'now', key: 'reply:x', priority: 95 });
    expect(turnsOf([alert('a')], [], now)).toEqual([{ id: 'a', do: 'send', count: 1 }]);
    const rung = (ago: number) => [{ at: now.now - ago, haste: 'now' as const, key: alertKey }];
    // What else cannot wait does not wait for it.
    expect(turnsOf([alert('b'), alert('c'), urgent], rung(20_000), now)).toEqual([
      { id: 'b', do: 'wait', until: now.now + 40_000 },
      { id: 'c', do: 'wait', until: now.now + 40_000 },
      { id: 'family', do: 'send', count: 1 },
    ]);
    expect(turnsOf([alert('b'), alert('c')], rung(minuteMs), now)).toEqual([
      { id: 'b', do: 'send', count: 2 },
      { id: 'c', do: 'merge', into: 'b' },
    ]);
  });

  test('three a week, those with a time of their own counted but not stopped', () => {
    const sent = [1, 2, 3].map((day) => ({ at: at(9, -day), haste: 'dated' as const }));
    const waiting = [one('calm'), one('dated', { haste: 'dated' }), one('now', { haste: 'now' })];
    expect(turnsOf(waiting, sent, now)).toEqual([
      { id: 'now', do: 'send', count: 1 },
      { id: 'dated', do: 'send', count: 1 },
      { id: 'calm', do: 'drop', why: 'week' },
    ]);
  });

  test('at night the morning is waited for, unless that were too late', () => {
    const night = { now: at(23), quiet: usualQuiet };
    const soon = one('soon', { haste: 'dated', expiresAt: at(6, 1) });
    const later = one('later', { haste: 'dated', expiresAt: at(9, 1) });
    expect(turnsOf([soon, later, one('calm')], [], night)).toEqual([
      { id: 'soon', do: 'send', count: 1 },
      { id: 'later', do: 'wait', until: at(7, 1) },
      { id: 'calm', do: 'wait', until: at(7, 1) },
    ]);
  });

  test('whatever is due: no more than three calm ones in any seven days, and none twice', () => {
    const waitings = fc.array(
      fc.record({
        priority: fc.nat(100),
        after: fc.nat(21 * 24 * 60),
        key: fc.constantFrom(null, 'reply:x', 'reply:y'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(waitings, fc.nat(23), fc.nat(23), (list, from, to) => {
        let open = list.map(({ after, ...part }, number) => ({
          ...one(String(number), { ...part, at: monday + after * minuteMs }),
          expiresAt: monday + after * minuteMs + 3 * dayMs,
          dueAt: monday + after * minuteMs,
        }));
        const sent: { at: number; haste: 'calm' }[] = [];
        const quiet = { from, to };
        for (
          let moment = monday;
          moment < monday + 25 * dayMs && open.length > 0;
          moment += 30 * minuteMs
        ) {
          const due = open.filter(({ dueAt }) => dueAt <= moment);
          for (const turn of turnsOf(due, sent, { now: moment, quiet })) {
            if (turn.do === 'wait') {
              expect(turn.until).toBeGreaterThan(moment);
              open = open.map((push) =>
                push.id === turn.id ? { ...push, dueAt: turn.until } : push,
              );
              continue;
            }
            open = open.filter(({ id }) => id !== turn.id);
            if (turn.do !== 'send') continue;
            expect(isAsleep(moment, quiet)).toBe(false);
            sent.push({ at: moment, haste: 'calm' });
          }
        }
        expect(open).toEqual([]);
        for (const { at: moment } of sent) {
          const week = sent.filter((other) => other.at > moment - 7 * dayMs && other.at <= moment);
          expect(week.length).toBeLessThanOrEqual(callsAWeek);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('reminders', () => {
  test('a day and two hours before; of an early visit the evening before', () => {
    expect(remindAt(at(14, 1), 'day')).toBe(at(14));
    expect(remindAt(at(14, 1), 'hours')).toBe(at(12, 1));
    expect(remindAt(at(8, 1), 'hours')).toBe(at(21) - minuteMs);
  });

  test('each beginning falls into exactly one stretch, however the job is delayed', () => {
    const starts = Array.from({ length: 7 * 48 }, (_none, half) => at(half / 2, 2));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 170 }), { minLength: 5 }), (pauses) => {
        for (const step of reminderSteps) {
          const found = new Map<number, number>();
          let since = monday;
          for (let turn = 0; since < at(0, 10); turn += 1) {
            const now = since + (pauses[turn % pauses.length] ?? 1) * minuteMs;
            const { after, until, isDue } = startsToRemind(step, { since, now });
            for (const start of starts.filter((one) => one > after && one <= until && isDue(one))) {
              found.set(start, (found.get(start) ?? 0) + 1);
            }
            since = now;
          }
          expect(found.size).toBe(starts.length);
          expect([...found.values()].every((count) => count === 1)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test('what WeChat’s codes mean', () => {
  const codes = [0, 43101, 40003, 40037, 47003, 41030, 45009, undefined, -1, 99999];
  expect(codes.map(outcomeOf)).toEqual([
    ...['sent', 'spent', 'gone', 'letter', 'letter', 'page', 'slow'],
    ...['unknown', 'unknown', 'unknown'],
  ]);
  expect([1, 2, 3, 4, 5].map((tries) => nextTry(tries, 0))).toEqual([
    ...[minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, undefined],
  ]);
});
