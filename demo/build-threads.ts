import type { Situation } from '../cloudfunctions/contract/enums';
import type {
  ChildDocument,
  MessageDocument,
  ReadDocument,
  ThreadDocument,
} from '../cloudfunctions/platform/collections';
import { encrypt } from '../cloudfunctions/platform/field-encryption';
import { memberId } from '../cloudfunctions/platform/members';
import { schoolThread } from '../cloudfunctions/platform/thread-seats';
import { emptyHead, placeMessage } from '../cloudfunctions/platform/thread-writing';
import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '../cloudfunctions/rules/dates';
import { everyoneLine } from '../cloudfunctions/rules/threads';
import { treeId } from './families/demonstration';
import type { Size } from './size';

const teacher = { openid: 'demo-teacher', name: '王老师' };
const teachersSchool = 'school-liuxi-primary';
/** Other families of the school that wait for an answer. */
const others = 4;
const longThread = 500;

interface Said {
  by: 'caregiver' | 'father' | 'mother' | 'teacher';
  text: string;
  situation?: Situation;
  /** Before now, ms. */
  ago: number;
  /** Then the time of that day, ms from its beginning: nobody writes at midnight. */
  clock?: number;
}

/** A week between 小树's grandmother, parents and teacher. */
const week: Said[] = [
  {
    by: 'teacher',
    text: '小树奶奶好，我是班主任王老师。有事随时跟我说。',
    ago: 6 * dayMs,
    clock: 17 * hourMs,
  },
  {
    by: 'caregiver',
    text: '老师，小树身体不舒服，麻烦您多看着点。',
    situation: 'unwell',
    ago: 3 * dayMs,
    clock: 7.5 * hourMs,
  },
  {
    by: 'teacher',
    text: '知道了，谢谢您告诉我。',
    situation: 'noted',
    ago: 3 * dayMs,
    clock: 8 * hourMs,
  },
  {
    by: 'father',
    text: '王老师，小树最近在学校怎么样？',
    situation: 'howAreThings',
    ago: 2 * dayMs,
    clock: 12.5 * hourMs,
  },
  {
    by: 'teacher',
    text: '今天主动举手了，画的树贴在教室后面，您放心。',
    ago: 2 * dayMs,
    clock: 16.5 * hourMs,
  },
  { by: 'mother', text: '谢谢老师，晚上我给他打电话夸夸他。', ago: dayMs, clock: 19 * hourMs },
];

const chatter = ['今天放学晚一点。', '好的。', '作业写完了。', '他今天吃得不错。', '谢谢老师。'];

/** What lies in the threads: 小树's, and some of the school that wait for the teacher. */
export function buildThreads({
  kept,
  now,
  size,
}: {
  kept: ReadonlyMap<string, ChildDocument>;
  now: number;
  size: Size;
}): { threads: ThreadDocument[]; messages: MessageDocument[]; reads: ReadDocument[] } {
  const tree = kept.get(treeId);
  const waiting = [...kept.values()]
    .filter(({ _id, schoolId }) => schoolId === teachersSchool && _id !== treeId)
    .slice(0, others);
  const long = size === 'full' ? chatterOf(longThread - week.length) : [];
  const talks = [
    ...(tree ? [talkOf(tree, [...long, ...week], now)] : []),
    ...waiting.map((child, number) =>
      talkOf(
        child,
        [{ by: 'caregiver', text: asked(number), ago: (number + 1) * 3 * hourMs }],
        now,
      ),
    ),
  ];
  return {
    threads: talks.map(({ head }) => head),
    messages: talks.flatMap(({ messages }) => messages),
    reads: tree && talks[0] ? [readBy(tree, talks[0].head, now)] : [],
  };
}

const asked = (number: number) =>
  ['老师，今天请一天假。', '老师，孩子说不想上学。', '您方便的时候请给我打个电话。', '谢谢老师。'][
    number % 4
  ] ?? '';

function chatterOf(count: number): Said[] {
  return Array.from({ length: count }, (_, number) => ({
    by: number % 2 === 0 ? 'caregiver' : 'teacher',
    text: chatter[number % chatter.length] ?? '',
    ago: 7 * dayMs + (count - number) * 40 * minuteMs,
  }));
}

function talkOf(child: ChildDocument, said: readonly Said[], now: number) {
  let head = emptyHead(schoolThread(child._id), child.schoolId, now - 7 * dayMs);
  const messages: MessageDocument[] = [];
  for (const [number, { by, text, situation, ago, clock }] of said.entries()) {
    const adult =
      by === 'teacher'
        ? undefined
        : (child.circle.find(({ relation }) => relation === by) ?? child.circle[0]);
    const openid = adult?.openid ?? teacher.openid;
    const placed = placeMessage(
      head,
      {
        ...{ id: `${openid}_demo-${child._id}-${number}`, by: openid },
        ...{ member: memberId(child._id, openid), side: adult ? 'family' : 'staff' },
        ...(adult && { relation: adult.relation }),
        ...{ line: everyoneLine, held: false },
        ...{ kind: situation ? 'prepared' : 'text', ...(situation && { situation }) },
        body: { text, ...(adult ? {} : { name: teacher.name }) },
      },
      clock === undefined ? now - ago : startOfDay(dayOf(now - ago)) + clock,
      child,
    );
    head = placed.head;
    messages.push(placed.document);
  }
  return { head, messages };
}

/** The teacher has seen everything. */
function readBy(child: ChildDocument, head: ThreadDocument, now: number): ReadDocument {
  const _id = `${head._id}_${teacher.openid}`;
  return {
    ...{ _id, threadId: head._id, childId: child._id, openid: teacher.openid },
    ...{ member: memberId(child._id, teacher.openid), side: 'staff', seq: head.seq, at: now },
    name: encrypt({ collection: 'reads', id: _id, field: 'name' }, teacher.name),
  };
}
