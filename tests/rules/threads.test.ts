import { limits } from '@contract/limits';
import type { ConsentRecord } from '@rules/consent';
import { consentVersions } from '@contract/consent';
import { minuteMs } from '@rules/dates';
import {
  heldLine,
  markShown,
  maySend,
  mayWithdraw,
  nextSeq,
  pacesAfter,
  sees,
  unreadIn,
  waitingSince,
  waitsAfter,
  waitsHeld,
  waitsWithout,
  withEntry,
  type TailEntry,
} from '@rules/threads';

const grandma = { side: 'family', member: 'grandma' } as const;
const father = { side: 'family', member: 'father' } as const;
const teacher = { side: 'staff', member: 'teacher' } as const;
const colleague = { side: 'staff', member: 'colleague' } as const;
const entry = (seq: number, part: Partial<TailEntry> = {}): TailEntry => ({
  ...{ seq, line: 'all', by: 'grandma', side: 'family', kind: 'text', state: 'sent' },
  ...part,
});

test('a line is seen by whom it is with and by staff; what is held of the family’s by its writer and staff alone', () => {
  const who = (line: string, side: 'family' | 'staff' = 'family') =>
    [grandma, father, teacher, colleague].filter((viewer) => sees(viewer, { line, side }));
  expect(who('all')).toEqual([grandma, father, teacher, colleague]);
  expect(who('grandma')).toEqual([grandma, teacher, colleague]);
  expect(who(heldLine('grandma'))).toEqual([grandma, teacher, colleague]);
  expect(who(heldLine('teacher'), 'staff')).toEqual([teacher]);
  const tail = [entry(2, { line: heldLine('grandma'), state: 'held' })];
  expect([father, teacher].map((viewer) => unreadIn(tail, viewer, 0))).toEqual([0, 1]);
});

test('a busy line pushes no other out of what is counted', () => {
  let tail: TailEntry[] = [];
  for (let seq = 1; seq <= 3; seq += 1) tail = withEntry(tail, entry(seq));
  for (let seq = 4; seq <= 60; seq += 1) tail = withEntry(tail, entry(seq, { line: 'grandma' }));
  expect(unreadIn(tail, father, 0)).toBe(3);
  expect(unreadIn(tail, teacher, 0)).toBe(limits.tailPerLine);
  expect(unreadIn(tail, grandma, 0)).toBe(0);
  expect(unreadIn(withEntry(tail, entry(3, { state: 'withdrawn' })), father, 0)).toBe(2);
});

test('a mark at a message that a viewer must not know of stands at the one before', () => {
  const shown = [
    { seq: 1, line: 'all' },
    { seq: 3, line: 'grandma' },
    { seq: 5, line: 'all' },
  ].map((one) => ({ ...one, side: 'family' as const }));
  const forFather = shown.filter((one) => sees(father, one));
  expect(markShown({ ...teacher, seq: 4 }, forFather)).toBe(1);
  expect(markShown({ ...teacher, seq: 4 }, shown)).toBe(3);
  // Who of the family stands further on has seen nothing of a line that is not theirs.
  expect(markShown({ ...father, seq: 4 }, shown)).toBe(1);
  expect(markShown({ ...father, seq: 0 }, shown)).toBeUndefined();
});

test('the order rises although the clock of an instance is behind', () => {
  expect(nextSeq(100, 90)).toBe(101);
  expect(nextSeq(100, 500)).toBe(500);
});

test('each line waits for itself, since its first message; the system answers nobody', () => {
  const message = { side: 'family', kind: 'text', urgent: false } as const;
  let waits = waitsAfter([], { ...message, line: 'all', at: 10 });
  waits = waitsAfter(waits, { ...message, line: 'all', at: 20, urgent: true });
  waits = waitsAfter(waits, { ...message, line: 'grandma', at: 5 });
  expect(waits).toContainEqual({ line: 'all', since: 10, urgent: true });
  expect(waitingSince(waits)).toBe(5);
  waits = waitsAfter(waits, { ...message, line: 'all', side: 'staff', kind: 'note', at: 30 });
  expect(waits).toHaveLength(2);
  waits = waitsAfter(waits, { ...message, line: 'all', side: 'staff', at: 40 });
  expect(waits.map(({ line }) => line)).toEqual(['grandma']);
  const held = heldLine('grandma');
  const staff = { ...message, side: 'staff', line: held, at: 50 } as const;
  expect(waitsAfter(waits, staff)).toEqual(waits);
  // What is held waits too, and is answered alone: an answer to all is none.
  waits = waitsAfter([], { ...message, line: held, at: 50 });
  expect(waitsAfter(waits, { ...staff, line: 'all' })).toEqual(waits);
  expect(waitsAfter(waits, { ...staff, line: 'grandma' })).toEqual([]);
  const wait = { line: 'all', since: 10, urgent: false };
  const late = { line: 'all', member: 'grandma', at: 10, seq: 10 };
  expect(waitsHeld([wait], [entry(10)], late)).toEqual([{ ...wait, line: held }]);
  expect(waitsHeld([{ ...wait, since: 5 }], [entry(10)], late)).toEqual([{ ...wait, since: 5 }]);
  expect(waitingSince([])).toBeNull();
});

test('who took back the only question waits no longer; who said it was urgent is waited for', () => {
  const taken = { line: 'all', at: 10, seq: 10 };
  const wait = { line: 'all', since: 10, urgent: false };
  expect(waitsWithout([wait], [entry(10)], taken)).toEqual([]);
  expect(waitsWithout([wait], [entry(10), entry(12)], taken)).toEqual([{ ...wait, since: 12 }]);
  expect(waitsWithout([{ ...wait, urgent: true }], [entry(10)], taken)).toHaveLength(1);
  expect(waitsWithout([wait], [entry(11)], { ...taken, at: 11, seq: 11 })).toEqual([wait]);
});

test(`${limits.messagesPerMinute} a minute of each, and none more until the minute is over`, () => {
  const full = { grandma: { from: 1000, count: limits.messagesPerMinute } };
  const after = 1000 + minuteMs;
  expect(pacesAfter(full, 'grandma', after - 1)).toBeUndefined();
  expect(pacesAfter(full, 'grandma', after)).toEqual({ grandma: { from: after, count: 1 } });
  expect(pacesAfter(full, 'father', 2000)).toEqual({ ...full, father: { from: 2000, count: 1 } });
  expect(pacesAfter({ father: { from: 1000, count: 3 } }, 'father', 2000)).toEqual({
    father: { from: 1000, count: 4 },
  });
});

test(`taken back until ${limits.withdrawMinutes} minutes are over, once, and never what the system wrote`, () => {
  const message = { at: 0, state: 'sent', kind: 'text' } as const;
  const end = limits.withdrawMinutes * minuteMs;
  expect(mayWithdraw(message, end - 1)).toBe(true);
  expect(mayWithdraw(message, end)).toBe(false);
  expect(mayWithdraw({ ...message, state: 'withdrawn' }, 0)).toBe(false);
  expect(mayWithdraw({ ...message, state: 'held' }, 0)).toBe(true);
  expect(mayWithdraw({ ...message, kind: 'note' }, 0)).toBe(false);
});

test('a family needs its agreement, begun or given; what is urgent, and an answer, need none', () => {
  const record = (
    state: ConsentRecord['state'],
    purpose: ConsentRecord['purpose'],
  ): ConsentRecord => ({
    ...{ purpose, state, version: consentVersions[purpose] },
    by: 'father' as const,
    standing: 'guardian' as const,
    at: 0,
  });
  const asked = { side: 'family', voice: false, urgent: false, answers: false } as const;
  const begun = [record('pending', 'messages')];
  const refused = [record('refused', 'messages')];
  expect(maySend(asked, begun)).toBe(true);
  expect(maySend({ ...asked, voice: true }, begun)).toBe(false);
  expect(maySend({ ...asked, voice: true }, [...begun, record('given', 'recordings')])).toBe(true);
  expect(maySend(asked, refused)).toBe(false);
  expect(maySend({ ...asked, urgent: true, voice: true }, refused)).toBe(true);
  expect(maySend({ ...asked, side: 'staff' }, refused)).toBe(false);
  expect(maySend({ ...asked, side: 'staff', answers: true }, refused)).toBe(true);
});
