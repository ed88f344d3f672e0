import { memberId } from '../cloudfunctions/areas/family/circle';
import type { Mood } from '../cloudfunctions/contract/enums';
import type {
  ChildDocument,
  DueDocument,
  TimelineDocument,
} from '../cloudfunctions/platform/collections';
import { dueId } from '../cloudfunctions/platform/due';
import { entryDocument, type EntryDetails } from '../cloudfunctions/platform/timeline-entries';
import { sealWarmth, type Plan } from '../cloudfunctions/platform/warmth';
import { nextOf, reminderOf } from '../cloudfunctions/rules/call-times';
import { addDays, dayMs, dayOf, hourMs, startOfDay } from '../cloudfunctions/rules/dates';
import { treeId } from './families/demonstration';
import { grandmaOpenid } from './people';

/** A fortnight in faces, yesterday first; days that nobody said anything of are blank. */
const faces: (Mood | undefined)[] = [
  ...(['good', 'low', 'plain', 'good', undefined, 'great', 'good'] as const),
  ...(['good', undefined, 'plain', 'good', 'great', undefined, 'good'] as const),
];
const said = new Map<number, Partial<Extract<EntryDetails, { kind: 'mood' }>>>([
  [0, { sleep: 'well', appetite: 'well', words: '和同学打了篮球，吃得香' }],
  [1, { sleep: 'badly', words: '睡得晚，话少' }],
]);

const father = 'demo-father';
const mother = 'demo-mother';

/** 小树's fortnight: moods from grandmother, notes from both parents, one waiting, a call agreed. */
export function buildWarmth(
  kept: ReadonlyMap<string, ChildDocument>,
  now: number,
): { timeline: TimelineDocument[]; due: DueDocument[] } {
  const child = kept.get(treeId);
  if (!child) return { timeline: [], due: [] };
  const today = dayOf(now);
  const evening = (back: number) => startOfDay(addDays(today, -back)) + 20 * hourMs;
  const entry = (id: string, at: number, by: string, details: EntryDetails) =>
    entryDocument({ _id: id, childId: treeId, at, by }, details);
  const moods = faces.flatMap((face, index) => {
    if (face === undefined) return [];
    const day = addDays(today, -index - 1);
    const by = 'paternalGrandmother' as const;
    const details = { kind: 'mood' as const, by, day, face, ...said.get(index) };
    return [entry(`m_${treeId}_${day}`, evening(index + 1), grandmaOpenid, details)];
  });
  const answered = evening(3) + hourMs;
  const notes = [
    entry('n_demo-waiting', now - 3 * hourMs, mother, {
      ...{ kind: 'note', by: 'mother', picture: 'hug' },
      words: '今天发了工资，给你买了一双球鞋，过年带回来',
    }),
    entry('n_demo-answered', evening(3), father, {
      ...{ kind: 'note', by: 'father', picture: 'star', words: '听奶奶说你数学有进步' },
      ...{ heardAt: answered, answer: { at: answered, face: 'great' }, answerHeardAt: answered },
    }),
    entry('n_demo-heard', evening(9), father, {
      ...{ kind: 'note', by: 'father', picture: 'moon', words: '早点睡，爸爸也睡了' },
      heardAt: evening(8),
    }),
  ];
  const time = { weekday: 6, minute: 19 * 60 + 30 };
  const plan: Plan = {
    ...{ id: 'c_demo', ...time, weekly: true, first: nextOf(time, now), state: 'agreed' },
    ...{ by: 'father', from: memberId(treeId, father), noted: 0 },
  };
  child.warmth = sealWarmth(treeId, {
    days: faces
      .flatMap((face, index) => (face ? [{ day: addDays(today, -index - 1), face }] : []))
      .reverse(),
    said: { by: 'paternalGrandmother', day: addDays(today, -1), words: said.get(0)?.words ?? '' },
    notes: [{ id: 'n_demo-waiting', by: 'mother', from: memberId(treeId, mother) }],
    ...{ answers: [], contactAt: now - 3 * hourMs, plans: [plan], busy: [] },
  });
  const call = entry('c_demo_past', now - 5 * dayMs, father, {
    ...{ kind: 'call', by: 'father', happened: true },
  });
  const ref = `${treeId}~${plan.id}`;
  return {
    timeline: [...notes, ...moods, call],
    due: [{ _id: dueId('callSoon', ref), kind: 'callSoon', ref, at: reminderOf(plan.first) }],
  };
}
