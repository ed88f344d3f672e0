import type { ChangeReason } from '@contract/enums';
import type { NextStep } from '@contract/appointment';

/** Words of one visit at the desk. */
export const visitWords = {
  title: '这次约见',
  when: '时间',
  place: '地方',
  who: '孩子',
  with: '谁约的',
  asked: '提醒以后',
  joining: '在外地一起听',
  joiningHint: '到时间也打给他们',
  figures: '小问卷的数',
  figuresHint: '家里或老师答过的，看一次记一次',
  why: '家里说',
  age: (years: number) => `${years} 岁`,
  noWorries: '没有选，见面再说',
  voice: (seconds: number) => `听家里录的话，${seconds} 秒`,
  voiceStop: '停',
  voiceGone: '录音打不开。请再试一次。',
  noPhone: '没有留电话',
  call: '打电话',
  callAbout: '一点就打',
  gone: '这次约见已经取消',
  goneHint: '时间已经空出来了。',
  earlier: '以前聊过的',
  note: '这次写下的',
  only: '只有您自己看得到',
  partly: '写下的话没有存在手机里，有网才看得到。',
  nextTitle: '接下来',
  outside: '您的时间改过了，这次不在新时间里',
  outsideHint: '照样来、改时间、取消，都行。家里人还不知道。',
  keep: '照样来',
  kept: '好，照样来',

  arrived: '到了',
  arrivedAfterAll: '还是来了',
  noShow: '没来',
  complete: '聊完了',
  again: '再约一次',
  another: '重新约一个',
  move: '改时间',
  cancel: '取消这次',
  waitsForParent: '在等爸爸妈妈同意。到时候没同意，这个时间会放出来。',

  noShowAsk: (names: string) => `${names}没来？`,
  noShowHint: '先打个电话问问，路上可能耽搁了。记成没来，不会罚谁。家里会收到一句话：想来再约。',
  noShowYes: '记成没来',
  noShowNo: '再等等',

  cancelAsk: '取消这次约见？',
  cancelHint: '家里会马上知道，能再约一个。时间会空出来。',
  cancelWhy: '为什么？可以不选',
  cancelYes: '取消这次',
  cancelNo: '不取消',
  reasons: {
    unwell: '不舒服',
    farAway: '路太远',
    busy: '有事',
    unwilling: '孩子不想来',
    better: '好多了',
    other: '别的事',
  } satisfies Record<ChangeReason, string>,

  completeTitle: '聊完了',
  completeHeading: (names: string) => `和${names}聊得怎么样？`,
  noteLabel: '写几句，给下次的自己看',
  notePlaceholder: '不写也行',
  noteWho: '只有您看得到。家里人看不到，别的工作人员也看不到。',
  noteKept: '返回也不会丢。关掉微信，就没有了。',
  noteCount: (count: number, most: number) => `${count} / ${most} 字`,
  stepTitle: '接下来怎么办？',
  stepHint: '家里人会看到',
  steps: { none: '不用再约', followUp: '再见一次', guide: '听一篇短文', referral: '转到别处' },
  weeksTitle: '多久以后再见？',
  weeks: (count: number) => `${count} 个星期`,
  guidePick: '看哪一篇？',
  guidePickHint: '家里在这次约见里点开就能听。',
  servicePick: '转到哪里？',
  servicePickHint: '家里同意了，才算转。',
  serviceNone: '县里还没有登记别的地方',
  finish: '记下，结束',
  finishAndBook: '记下，去约下次',
  pickFirst: '先选接下来怎么办',
  pickMore: {
    followUp: '先选多久以后',
    guide: '先选一篇',
    referral: '先选转到哪里',
  },
};

/** What was suggested after a visit, in a line. */
export function nextText(next: NextStep): string {
  switch (next.kind) {
    case 'none':
      return '不用再约';
    case 'followUp':
      return `${next.inWeeks} 个星期以后再见`;
    case 'guide':
      return '听一篇短文';
    case 'referral':
      return `转到${next.serviceName}`;
  }
}
