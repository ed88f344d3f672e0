import type { Relation, ReportReason, Situation, UrgentReason } from '@contract/enums';
import type { ErrorCode } from '@contract/errors';
import type { Message, ThreadMember } from '@contract/school';
import { kinName } from './names';

/** Words of the talk with the school and with a counsellor. */
export const thread = {
  teacher: '老师',
  /** Short: the title has room for few characters in large letters. */
  counsellor: '谈心',
  /** The child first: what does not fit is cut off, and whose thread it is must be seen. */
  title: (who: string, nickname: string) => `${nickname} · ${who}`,
  empty: '还没有人说话',
  emptyFamily: '按住下面的绿按钮，把话说给老师听。不方便说，就点“常用的话”。',
  emptyStaff: '家里还没来过消息。您也可以先打个招呼。',
  older: '看早些时候的',
  search: '找以前的话',
  searchHint: '只在这部手机上找',
  searchNone: '没找到这个词',
  searchMore: '再往前找',
  searchPlaceholder: '想找什么',

  hold: '按住 说话',
  holding: '松开就好，最长一分钟',
  tapped: '正在录，说完点一下',
  heardTitle: (seconds: number) => `录好了，${seconds} 秒`,
  hear: '先听一遍',
  stop: '停',
  discard: '不要了',
  send: '发给老师',
  sendAll: '发出去',
  sendFamily: '发给家里',
  denied: '没能用上话筒。点“常用的话”或者“写字”也行。',
  prepared: '常用的话',
  quick: '快速回复',
  preparedHint: '点一句就发出去，两分钟里能撤回',
  write: '写字、图片',
  picture: '发图片',
  pictureHint: '拍东西就好，别拍孩子的脸',
  close: '收起',
  placeholder: '在这里写',

  onlyTeacher: '只给老师看',
  onlyTeacherOn: '这句发给老师，家里别人看不到',
  onlyOne: (who: string) => `只给${who}看`,
  onlyOneOn: (who: string) => `这句发给${who}，家里别人看不到`,
  privateChip: '家里别人看不到',
  privateWith: (who: string) => `只和${who}说`,
  harmHeading: '有人让孩子受委屈？这些家里别人看不到',
  urgent: '这是急事',
  urgentOn: '急事',
  urgentAsk: '是什么急事？',
  urgentPhone: '人有危险，请先打电话：110 或 120',

  unsent: '还没发出去，有网就发',
  sending: '正在发',
  slow: '发得有点快，一会儿自动发出去',
  again: '再发一次',
  drop: '不发了',
  gone: '这段录音在手机上找不到了，没有发出去。',
  goneAgain: '重新录',
  goneRecord: '重新录刚才那段，录好了排在原来的地方',
  gonePicture: '这张图片在手机上找不到了，没有发出去。',
  gonePick: '重新选',
  goneDrop: '删掉',
  behindGone: '先处理上面那条，这条再发',
  seen: (names: string) => `${names} 看过`,
  unseen: '还没人看',
  held: '还在核对，核对好就发出去',
  heldFamily: '先由老师看，家里别的人还看不到',
  withdrawn: '已撤回',
  withdraw: '撤回',
  report: '这句话有问题',
  play: '听',
  playing: '停',
  showPicture: '看图片',
  cannotOpen: '现在打不开，等一下再试',
  closed: '急的事、想聊一聊，现在就能打：',
  bookNew: '再约一位老师',
  agreeTitle: '要家里先同意',
  agreeHint: '和老师说话，要家里大人先点同意。急事不用等，先打电话。',
  agree: '去看说明',
  agreeStaff: '家里还没同意用小程序说话。请打电话，或者等家里同意。',

  reportTitle: '这句话有问题',
  reportHeading: '这句话哪里不对？',
  reportHint: '请管安全的人看，别的人不知道是您说的。急的，请先打电话。',
  reported: '已经记下，排给管安全的人看',
};

export const urgentNames: Record<UrgentReason, string> = {
  hurt: '孩子受伤了',
  unsafe: '孩子有危险',
  missing: '孩子找不到了',
  other: '别的急事',
};

export const reportNames: Record<ReportReason, string> = {
  rude: '说话难听',
  private: '说了不该说的私事',
  scam: '像骗子、要钱',
  harm: '担心孩子受伤害',
  other: '别的',
};

type Said = (nickname: string) => string;
/** What a situation is called on the tile, and what is said. */
export const sentences: Record<Situation, { title: string; text: Said }> = {
  leave: { title: '请假', text: (name) => `老师，${name}今天请一天假。` },
  unwell: { title: '身体不舒服', text: (name) => `老师，${name}身体不舒服，麻烦您多看着点。` },
  late: { title: '晚点到', text: (name) => `老师，${name}今天晚点到学校。` },
  unwilling: {
    title: '不想上学',
    text: (name) => `老师，${name}说不想上学。您有空帮我问问怎么了。`,
  },
  howAreThings: {
    title: '想知道最近怎么样',
    text: (name) => `老师，${name}最近在学校怎么样？`,
  },
  homeNews: { title: '家里有事', text: (name) => `老师，家里最近有点事，请您多留心${name}。` },
  callMe: { title: '请给我打电话', text: () => '老师，您方便的时候请给我打个电话。' },
  thanks: { title: '谢谢老师', text: () => '谢谢老师。' },
  bullied: {
    title: '在学校被欺负',
    text: (name) => `老师，${name}说在学校被人欺负。请您单独问问，先别当着大家说。`,
  },
  afraid: {
    title: '孩子害怕回家',
    text: (name) => `老师，${name}好像害怕回家。请您找个时间，单独和孩子聊聊。`,
  },
  hurt: { title: '身上有伤', text: (name) => `老师，我看到${name}身上有伤。请您留心看看。` },
  harmed: {
    title: '有人对孩子不好',
    text: (name) => `老师，我担心有人对${name}不好。想单独和您说。`,
  },
  noted: { title: '知道了', text: () => '知道了，谢谢您告诉我。' },
  willTalk: { title: '我找孩子聊聊', text: (name) => `好的，我找${name}聊聊，聊完告诉您。` },
  willCall: { title: '我给您打电话', text: () => '好的，我放学后给您打电话。' },
  doingWell: { title: '孩子挺好的', text: (name) => `${name}今天在学校挺好的，您放心。` },
  pleaseCome: { title: '请来学校一趟', text: () => '您方便的时候请来学校一趟，我们当面聊聊。' },
  takeCare: { title: '好好休息', text: (name) => `好的，让${name}好好休息，作业不着急。` },
};

export const familySentences: readonly Situation[] = [
  ...(['leave', 'unwell', 'late', 'unwilling', 'howAreThings', 'homeNews'] as const),
  ...(['callMe', 'thanks'] as const),
];
/** Said to the teacher alone unless somebody decides otherwise (rules.md, "Safeguarding"). */
export const harmSentences: readonly Situation[] = ['bullied', 'afraid', 'hurt', 'harmed'];
export const staffSentences: readonly Situation[] = [
  ...(['noted', 'willTalk', 'willCall', 'doingWell', 'takeCare', 'pleaseCome'] as const),
];

/** How a member is called under a message. */
export function memberName(member: {
  name?: string | undefined;
  relation?: Relation | undefined;
  side: 'family' | 'staff';
}): string {
  if (member.name) return member.name;
  if (member.side === 'staff') return thread.teacher;
  return member.relation ? kinName(member.relation) : '家里人';
}

/**
 * Who has seen one's own message, by name. Of what is between two people only those two are named:
 * whoever else stands further on has not seen this one.
 */
export function seenBy(message: Message, members: readonly ThreadMember[]): string {
  const who = members.filter(
    ({ me, readTo, side, id }) =>
      !me &&
      readTo !== undefined &&
      readTo >= message.seq &&
      (message.audience === 'all' || side === 'staff' || id === message.with),
  );
  return who.length === 0 ? thread.unseen : thread.seen(who.map(memberName).join('、'));
}

/** Why a message that is refused stays on the phone. */
export function refusedText(code: ErrorCode, side: 'family' | 'staff'): string {
  if (code === 'NOT_FOUND' || code === 'FORBIDDEN') {
    return side === 'staff'
      ? '您现在不带这个孩子了，这句没发。写的还在这里。'
      : '现在发不到这里了，这句还在。有急事请打电话给学校。';
  }
  if (code === 'CONSENT_NEEDED') return side === 'staff' ? thread.agreeStaff : thread.agreeHint;
  return '这句没发出去。可以再发一次。';
}

export const faces = ['', '😢', '🙁', '😐', '🙂', '😄'];
