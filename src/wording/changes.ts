import type { ChangeReason } from '@contract/enums';
import type { Appointment } from '@contract/appointment';
import { limits } from '@contract/limits';
import { kinName } from './names';

const cutOffHours = Math.round(limits.changeCutOffMinutes / 60);

/** Words of what becomes of a visit: waiting for a yes, moving, giving up, what follows. */
export const changes = {
  awaitingTitle: '先留着了',
  awaiting: (until: string) => `给您留到${until}`,
  awaitingNoDate: '先给您留着，等爸爸妈妈同意',
  awaitingHint:
    '爸爸妈妈点了同意，就约好了。到时候没点，这个时间会让给别的孩子。急事不用等，先打电话。',
  awaitsYou: '有一件事等您同意',
  awaitsVisit: (names: string, when: string) => `给${names}约了老师，${when}`,
  awaitsYouLong: (until: string) => `家里给孩子约了老师，留到${until}`,
  awaitsYouHint: '您点了同意，就约好了。没点，这个时间会让给别的孩子。',
  agree: '看看再定',

  move: '改时间',
  moveTitle: '改时间',
  movePick: '改到哪个时间？',
  moveTake: (when: string) => `改到${when}`,
  moveStop: '不改了',
  moveCheck: '这样改，对不对？',
  moveFrom: '原来',
  moveTo: '改成',
  moveYes: '就改成这个',
  moveKept: '点了才改。没点，原来的时间还在。',
  moveDone: '改好了',
  resume: '上次改时间改到一半',
  resumeHint: '接着改，原来的时间还在',

  why: '是什么原因？可以不说。',
  reasons: {
    unwell: '不舒服',
    farAway: '太远了',
    busy: '家里有事',
    unwilling: '孩子不想去',
    better: '好多了',
    other: '别的事',
  } satisfies Record<ChangeReason, string>,
  changedByStaff: '老师那边有事，这次取消了。对不起。',
  cancelledBecause: (reason: ChangeReason) => `原因：${changes.reasons[reason]}`,

  come: '我会来',
  comeNot: '来不了',
  comeAsk: '这次会来吗？',
  comeAskHint: '点一下，老师就知道了。来不了也没关系，让给别的孩子。',
  comes: '说好了会来，老师知道了',

  late: `离见面不到 ${cutOffHours} 个小时，这里改不了了。`,
  lateHint: '去不成没关系，打个电话说一声就行。',
  lateCall: '打电话说一声',

  together: '两个孩子一起去',
  togetherHint: '一次见面，两个都聊',
  pickTwo: '哪两个一起去？',
  pickTwoHint: '点两个',
  pickTwoDone: '就他们俩',

  joinIn: '我也参加',
  joinHint: '您不用到场，老师会打电话给您',
  joinOut: '不参加了',
  joinedIn: '您也参加，老师会打给您',
  joins: (list: Appointment['joiners']) =>
    `${list.map(({ relation }) => kinName(relation)).join('、')}也参加，老师打电话`,

  group: '小组：和几个别的孩子一起',
  seats: (count: number) => `小组 · 还有 ${count} 位`,

  arrived: '到了，老师知道了。',
  missed: '这次没去成，没关系。想去的时候，再约一个就行。',
  lapsed: '没等到爸爸妈妈同意，这个时间让出去了。和他们说说，再约一个就行。',

  nextTitle: '老师说，接下来',
  followUp: (weeks: number) => `${weeks} 个星期以后，再来聊一次`,
  followUpGo: '再约这位老师',
  followUpAround: (name: string, day: string) => `${name}说${day}前后再聊`,
  followUpFar: '那时候的时间还没放出来。可以先排队，或者先看看近的。',
  guide: '有一段话，回家听听',
  guideGo: '去听一听',
  referral: (service: string) => `去${service}看看，那里更合适`,
  referralYes: '愿意去',
  referralNo: '先不去',
  referralAgreed: (service: string) => `说好去${service}了，老师会先打招呼`,
  referralDeclined: (service: string) => `先不去${service}。想去了，告诉老师。`,
  referralAttended: (service: string) => `已经去过${service}了`,
  referralNotAttended: (service: string) => `还没去成${service}。想去了，可以打电话问。`,
  referralSee: '看看那个地方',
};

/** Words of choosing among the times. */
export const times = {
  filter: '挑一挑',
  filterNone: '老师、说什么话',
  filterTitle: '挑一挑',
  filterHeading: '想要什么样的？',
  filterHint: '挑得越多，时间越少。不挑也行。',
  who: '想和谁聊？',
  anyone: '都行',
  woman: '女老师',
  man: '男老师',
  language: '说什么话？',
  need: '最想说哪件事？',
  kind: '在哪里聊？',
  show: '看看时间',
  clear: '都不挑了',
  skill: (worry: string) => `常聊“${worry}”`,
  nothing: '这样挑，没有空的时间',
  nothingHint: '少挑一样看看，或者先排队。',
  opensAt: (when: string) => `还有几个时间，${when}放出来`,
  opensOnly: (when: string) => `现在没有空的。还有几个时间，${when}放出来。`,
  full: '这两个星期都约满了',
  fullHint: '排上队，有空出来的就先给您留着。着急就先打电话。',
};
