import { firstHelp, tellsOfHarm } from '@rules/first-help';
import { lineState } from '@rules/line-hours';
import { triage } from '@rules/triage';

const at = (iso: string) => Date.parse(`${iso}+08:00`);
/** A Thursday. */
const thursday = '2026-11-26';

test.each([
  ['全天', '03:00', 'open'],
  ['每天 8:00–20:00', '07:59', 'closed'],
  ['每天 8:00–20:00', '08:00', 'open'],
  ['每天 8:00–20:00', '20:00', 'closed'],
  ['每天 20:00 到第二天 8:00', '23:30', 'open'],
  ['每天 20:00 到第二天 8:00', '07:30', 'open'],
  ['每天 20:00 到第二天 8:00', '12:00', 'closed'],
  ['每天 22:00–6:00', '05:00', 'open'],
  ['周一到周六 8:00–17:30', '17:00', 'open'],
  ['周六、周日 9:00–17:00', '10:00', 'closed'],
  ['周四 9:00–12:00、14:00–17:00', '15:00', 'open'],
  ['周四 9:00–12:00、14:00–17:00', '13:00', 'closed'],
  // A night that began on Wednesday.
  ['周三 20:00 到第二天 8:00', '06:00', 'open'],
  ['周四 20:00 到第二天 8:00', '06:00', 'closed'],
  ['各地不同', '10:00', 'unknown'],
  ['每天至少 18 小时，有的地方全天', '10:00', 'unknown'],
])('%s at %s is %s', (hours, time, state) => {
  expect(lineState(hours, at(`${thursday}T${time}:00`))).toBe(state);
});

const concepts = (text: string) => triage(text).reasons.map(({ concept }) => concept);

test.each([
  ['娃喝了农药叫不醒', '120', 'follow120'],
  ['孩子不见了，找了一下午', '110', 'sayClothes'],
  ['娃说他不想活了，要跳楼', '120', 'stay'],
  ['有人摸她下面', '110', 'keepTraces'],
])('%s: first %s, then %s', (text, number, step) => {
  const help = firstHelp(concepts(text));
  expect(help.numbers[0]).toBe(number);
  expect(help.steps).toContain(step);
});

test('words of harm by somebody are not for all to read; grief and accidents are', () => {
  expect(tellsOfHarm(concepts('老师，他爸爸打他，身上都是伤'))).toBe(true);
  expect(tellsOfHarm(concepts('孩子说活着没意思'))).toBe(false);
  expect(tellsOfHarm(concepts('谢谢老师'))).toBe(false);
});

test('nothing known still gives phones and something to do', () => {
  expect(firstHelp([]).numbers.length).toBeGreaterThan(2);
  expect(firstHelp(['model']).steps).toContain('stay');
});
