import type { CircleMember } from '@contract/family';
import type { AwayWho, Relation } from '@contract/enums';
import { dayOf } from '@rules/dates';
import { kinName } from './names';
import { shortDate } from './when';

/** Words of the adults around a child: who they are, inviting, joining, leaving, who is away. */
export const circle = {
  title: '家里人',
  heading: (nickname: string) => `谁在照看${nickname}？`,
  hint: '这些人看得到孩子的事。',
  whichChild: '看哪个孩子？',
  noChildren: '还没有加孩子',
  noChildrenHint: '先加上孩子，再请家里人。',
  me: '您',
  since: (at: number) => `${shortDate(dayOf(at))}起`,
  consents: '同意的事',
  consentsWaiting: '有的在等点头',
  consentsOpen: '看看，随时能改',
  screening: '做一份小问卷',
  screeningHint: '看看孩子要不要人帮',
  away: '谁在外打工',
  awayNone: '还没说',
  child: '改孩子的资料',
  atHome: '谁在家带',
  atHomeNoPhone: '没有电话',
  atHomeCall: '点一下就打',
  atHomeTitle: '谁在家带',
  atHomeHeading: (nickname: string) => `谁在家带${nickname}？`,
  atHomeHint: '换了人、换了号码，在这里改。',
  atHomePhone: '能打通的电话，没有就不写',
  atHomeSave: '就这样改',
  atHomeNone: '这一家自己有电话',
  atHomeNoneHint: '他们自己在用心桥，不用另外记。',

  invite: '请家里人进来',
  prepare: '准备邀请',
  prepareFor: (relation: string) => `请${relation}进来`,
  ready: '卡片准备好了',
  readyHint: (hours: number) =>
    `点下面，发给要请的人。${Math.round(hours / 24)} 天里有效，只能用一次。一张卡请一个人。`,
  send: '发到微信',
  another: '再准备一张',
  paper: '打印一张纸',
  paperHint: '没有智能手机，扫纸上的码',
  cardTitle: '请您一起照看孩子',
  remindTitle: '家里有件事，等您点头',

  remove: '不再一起看',
  removeAsk: (who: string) => `不让${who}再看孩子的事了？`,
  removeHint: (who: string) => `以后想请${who}回来，再发一张卡片就行。`,
  removeYes: '对，不看了',
  removeNo: '还是留着',
  leave: '我要退出',
  leaveAsk: '您要退出吗？',
  leaveHint: '退出后，您就看不到这个孩子的事了。想回来，请家里人再发一张卡片。',
  leaveYes: '退出',
  leaveNo: '不退出',

  joinTitle: '进家里来',
  joinHeading: (inviter: Relation) =>
    inviter === 'other' ? '家里人请您来' : `孩子的${kinName(inviter)}请您来`,
  joinHint: (nickname: string) => `一起照看${nickname}。进来就能看到孩子的事。`,
  joinWho: '您是孩子的谁？',
  join: '加入',
  joinFirst: '先点一个',
  joinSeen: '会让家里别的人看到您进来了。',
  joinGone: '这张卡片用不了了',
  joinGoneHint: '可能用过了，或者过了 3 天。请家里人再发一张。',
  joinNot: '卡片没打开',
  joinPost: '这张卡片是给老师和工作人员的',
  joinPostGo: '打开看看',

  awayTitle: '谁在外打工',
  awayHeading: '谁在外地打工？',
  awayHint: '爸妈都在外的、有一个出去半年以上的，能先约老师。家里人、学校老师、儿童主任看得到。',
  awayChoices: {
    both: '爸妈都在外',
    mother: '妈妈',
    father: '爸爸',
    nobody: '都在家',
  } satisfies Record<AwayWho, string>,
  awaySpan: '出去多久了？',
  awaySave: '记下',
  awaySkip: '先不说',
  awayBefore: '上次说的在这里，变了就改。',

  editTitle: '孩子资料',
  editHeading: '改孩子的资料',
  editSave: '就这样改',
};

/** `能做主`, `在家带`, `帮忙代办`. */
export function standingText({ relation, standing }: CircleMember): string {
  if (standing === 'guardian') return '能做主';
  if (standing === 'proxy') return '帮忙代办';
  return relation === 'relative' || relation === 'other' ? '帮着带' : '在家带';
}

/** Who it is: `爸爸`, `周主任`. */
export function memberName({ relation, standing, name }: CircleMember): string {
  if (standing === 'proxy') return name ?? '村里帮忙的人';
  return kinName(relation);
}

/** `能做主 · 11月3日起`. */
export function memberText(member: CircleMember): string {
  return `${standingText(member)} · ${circle.since(member.since)}`;
}
