import { sealNote } from '../cloudfunctions/areas/director/visit-note';
import type { ChildDocument, HomeVisitDocument } from '../cloudfunctions/platform/collections';
import type { HomeState } from '../cloudfunctions/contract/home-visits';
import { addDays, dayOf, hourMs, startOfDay } from '../cloudfunctions/rules/dates';
import { dueKey, type CareDates } from '../cloudfunctions/rules/home-visits';
import { townships } from './county/townships';
import { directorOpenid } from './people';

interface Said {
  /** Days ago. */
  ago: number;
  met?: false;
  state?: HomeState;
  words?: string;
  /** What has come up since, days ago. */
  asked?: number;
  missed?: number;
}

/** One child of the township after another; those after them were never visited. */
const visits: Said[] = [
  { ago: 100, state: 'well', words: '奶奶精神好，作业有邻居姐姐看着。' },
  { ago: 40, state: 'soSo', words: '爷爷腿疼，上下学要走一小时。已问镇上能不能坐校车。', asked: 1 },
  { ago: 30, met: false },
  { ago: 20, state: 'well' },
  { ago: 12, state: 'well', words: '妈妈过年回来，孩子很高兴。', missed: 2 },
  { ago: 5, state: 'worrying', words: '外婆住院，这几天在姑姑家。' },
];

/** Visits of the child director, and the days they leave behind on the children. */
export function buildCare(
  kept: ReadonlyMap<string, ChildDocument>,
  now: number,
): HomeVisitDocument[] {
  const today = dayOf(now);
  const children = [...kept.values()].filter(
    ({ township, circle }) =>
      township === townships.shiqiao.code && circle.some(({ openid }) => openid !== directorOpenid),
  );
  return visits.flatMap((said, index) => {
    const child = children[index];
    if (!child) return [];
    const { ago, met = true, state, words, asked, missed } = said;
    const day = addDays(today, -ago);
    const care: CareDates = {
      ...(met ? { visited: day } : { notMet: day }),
      ...(asked !== undefined && { asked: addDays(today, -asked) }),
      ...(missed !== undefined && { missed: addDays(today, -missed) }),
    };
    child.care = care;
    child.visitDue = dueKey(care, false);
    const _id = `demo-home-visit-${index + 1}`;
    return [
      {
        ...{ _id, childId: child._id, by: directorOpenid, day, met },
        at: startOfDay(day) + 16 * hourMs,
        note: sealNote(_id, { state, words, safety: false }),
      },
    ];
  });
}
