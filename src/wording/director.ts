import type { RosterView, VisitReason } from '@contract/director';
import type { HomeState } from '@contract/home-visits';
import { dayName, shortDate } from './when';

/** Words of the child director's desk. */
export const director = {
  title: '今天去哪家',
  heading: (due: number) => (due > 0 ? `该去看看的孩子，有 ${due} 个` : '该去的都去过了'),
  headingHint: '该去的排在前面。点一个孩子，记上门、核对、打电话。',
  views: { due: '该去看', unconfirmed: '要核对', proxy: '我帮的' } satisfies Record<
    RosterView,
    string
  >,
  viewLabel: '看哪些孩子？',
  counted: (text: string, count: number | undefined) =>
    count === undefined ? text : `${text} ${count > 99 ? '99+' : count}`,
  none: {
    due: ['这里还没有孩子', '家里人加上孩子，或者您帮着记，就会出现。'],
    unconfirmed: ['都核对过了', '家里说了新的情况，会再排到这里。'],
    proxy: ['您还没有帮人家记', '没有手机的人家，点下面就能帮着记。'],
  } satisfies Record<RosterView, [string, string]>,
  search: '找小名或学校',
  searching: '正在往下找',
  notFound: '没有找到',
  proxy: '帮人家记',
  unsent: (count: number) => `${count} 次上门还没发出去，有网了会自动发`,
  notDirector: '这一页给儿童主任用',
  notDirectorHint: '要用的话，请管理员发一张邀请给您。',

  dueNow: '该去看看了',
  dueOn: (when: string) => `${when}前去看看`,
  notDue: '不用专门去',
  reasons: {
    asked: '学校请您去',
    missed: '约见没来',
    again: '上次说好再去',
    notMet: '上次没人在家',
    first: '还没去过',
    regular: '三个月看一次',
  } satisfies Record<VisitReason, string>,
  visited: (when: string) => `上次去：${when}`,
  neverVisited: '还没去过',

  childTitle: '这个孩子',
  noteVisit: '记一次上门',
  confirmTitle: '爸爸妈妈在不在家？',
  confirmed: '核对过了',
  saidNothing: '家里还没说',
  saidByFamily: (text: string) => `家里说：${text}`,
  confirmYes: '对，就是这样',
  confirmOther: '不是这样，改一改',
  confirmNow: '点对的那一个',
  bookFor: '帮这家约老师',
  call: (who: string, number: string) => `打给${who} ${number}`,
  noPhone: (who: string) => `${who}在带，没有电话`,
  circle: '看这一家，改电话',
  takeOver: '这家我来接',
  takeOverHint: '原来帮这家的人不做了。您接了，就能帮他们约老师。',
  visits: '上门记录',
  noVisits: '还没有记录',
  noVisitsHint: '去过了，点下面记一次。',
  visitBy: { mine: '我记的', other: '以前的儿童主任记的' },
  safety: '关系到安全',
  ownFamily:
    '这是您自己家的孩子。关系到安全的事，您这里不记，也看不到：请镇上别的儿童主任来；没有别人，请告诉管理员。',

  noteTitle: '记上门',
  noteHeading: (nickname: string) => `去${nickname}家`,
  noteHint: '没有网也能记，有网了会自动发。',
  day: '哪天去的？',
  today: '今天',
  yesterday: '昨天',
  before: '前天',
  met: '见到人了吗？',
  metYes: '见到了',
  metNo: '没人在家',
  state: '家里怎么样？',
  states: { well: '都好', soSo: '有点难处', worrying: '叫人担心' } satisfies Record<
    HomeState,
    string
  >,
  words: '想记的话，写在这里',
  wordsExample: '比如：奶奶腿疼，作业有人看',
  wordsWho: '您和接您工作的人看得到。爸爸妈妈要存孩子的记录时，也看得到。',
  again: '两周后再去一次',
  safetyAsk: '关系到孩子的安全',
  safetyHint: '勾上以后，家里存记录时看不到这一条。',
  save: '记下来',
  missing: '先选见到人没有',
  missingState: '再选家里怎么样',
  noted: '记下了。',
  kept: '记下了，还没发出去。有网了会自动发，不用再点。',
  keptShort: '还没发出去',
  refused: '没记成：',
  drop: '不要这一条了',

  askVisit: '请儿童主任去看看',
  asked: (when: string) => `${when}请过了，已排到儿童主任的名单前面。急的，请直接打电话给他。`,
};

/** `今天`, `11月20日`: a day that is over, as one says it. */
export const dayText = (day: string, today: string): string =>
  day > today ? shortDate(day) : dayName(day, today);
