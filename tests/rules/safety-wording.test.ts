import type { AlertRow } from '@contract/safety';
import { clockText, ruleNames, standingText } from '@/wording/safety';

const minute = 60_000;
const now = Date.UTC(2026, 10, 30, 2);
const row: AlertRow = {
  ...{ id: 'a', level: 'S3', source: 'message', reason: 'words', state: 'waiting' },
  ...{ at: now - minute, acceptBy: now + 14 * minute, overdue: false, raisedTo: 'duty' },
  ...{ nickname: '小树', placeName: '学校' },
};

test.each([
  [12 * minute, '还有 12 分钟'],
  [0, '还有 1 分钟'],
  [-20 * minute, '过了 20 分钟'],
  [-3 * 60 * minute, '过了 3 小时'],
  [3 * 24 * 60 * minute, '还有 3 天'],
])('the clock %d ms away says %s', (away, text) => {
  expect(clockText(now + away, now)).toBe(text);
});

test('who has it, or how long it may wait', () => {
  expect(standingText(row, now)).toBe('还没人接，还有 14 分钟，告诉了值班的人');
  const li = { name: '李老师', role: 'counsellor' as const };
  const accepted = { ...row, state: 'accepted' as const };
  expect(standingText({ ...accepted, acceptedBy: { ...li, mine: true } }, now)).toBe('您在跟');
  expect(standingText({ ...accepted, acceptedBy: { ...li, mine: false } }, now)).toBe('李老师在跟');
  expect(standingText({ ...row, state: 'closed' }, now)).toBe('办完了');
});

test('rules are named by what they are about, each once, and never by their own id', () => {
  expect(ruleNames(['suicide/jump', 'suicide/on-the-edge', 'model/now', 'new/rule'])).toBe(
    '不想活、整句话听着急、别的',
  );
});
