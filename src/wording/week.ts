import type { WeekFace } from '@contract/enums';
import type { Starter, WeekFact } from '@contract/weekly';
import { addDays } from '@rules/dates';
import { spanText } from './when';

/** Words of the weekly question: plain facts, no judgement. */
export const week = {
  title: '孩子这周',
  heading: '孩子这周怎么样',
  className: (name: string | undefined) => name ?? '全校的孩子',
  hint: '先点有变化的孩子，其余一次确认。家里只看到自己孩子的。',
  span: (monday: string) => spanText(monday, addDays(monday, 6)),
  all: '都和平时一样',
  rest: (count: number) => `其余 ${count} 个都照常`,
  send: '确认，告诉家里',
  correct: '改好，告诉家里',
  usual: '和平时一样',
  usualShort: '照常',
  saidUsual: '说过了',
  changed: '有变化',
  notSaid: '还没说',
  notAgreed: '没同意',
  saidBy: (name: string | undefined) => (name ? `${name}说过了` : '说过了'),
  sent: '家里看得到了',
  sentHint: (until: string) => `${until}以前还能改。`,
  waiting: '还没发出去',
  waitingHint: '记在手机里了。有网了打开这一页，自动发。',
  refused: '没发成，请再看一遍',
  late: '这一周已经过了，只能补没说过的。',
  heldHint: '有一句话先不给家里看，学校管安全的人会先看。急事请直接打电话。',
  noChildren: '这个班还没有孩子',
  noChildrenHint: '先把孩子放进您的班。',
  members: '谁在我班上',
  membersTitle: '我的班',
  membersHint: '点一下名字，放进来或者拿出去。',
  inClass: '在班上',
  inOther: (name: string) => `在${name}`,
  done: '好了',
  face: '看起来怎么样？',
  facts: '这几样呢？',
  say: '想说一句也行',
  sayPlaceholder: '不写也可以',
  yes: '是',
  no: '不太',
  unknown: '不清楚',
  close: '好了，看下一个',
  backToUsual: '还是和平时一样',
  homeTitle: '这周在家',
  homeHeading: (nickname: string) => `${nickname}这周在家怎么样？`,
  homeHint: '爸爸妈妈看得到。有人有危险时，管安全的人也看。',
  homeSend: '告诉爸爸妈妈',
  homeSent: '告诉爸爸妈妈了',
  familyTitle: '这一周',
  familyHeading: (nickname: string) => `${nickname}这一周`,
  atSchool: '在学校',
  atHome: '在家',
  notYet: '还没说',
  starter: '下次打电话，可以这样开头',
  older: '以前的几周',
  answerHome: '说说这周在家怎么样',
  changeHome: '改一改在家的',
  none: '还没有这一周的消息',
};

export const faceNames: Record<WeekFace, string> = {
  happy: '开心',
  calm: '平平常常',
  low: '不太开心',
};

export const schoolFacts: Record<WeekFact, string> = {
  came: '来上学',
  ate: '好好吃饭',
  played: '和同学玩',
  worked: '跟着做',
};

export const homeFacts: Record<WeekFact, string> = {
  came: '去上学',
  ate: '好好吃饭',
  played: '和伙伴玩',
  worked: '帮忙做事',
};

/** Yes and no as a family reads them. */
export const factTexts: Record<'school' | 'home', Record<WeekFact, { yes: string; no: string }>> = {
  school: {
    came: { yes: '来上学了', no: '有几天没来' },
    ate: { yes: '吃得好', no: '吃得少' },
    played: { yes: '和同学玩', no: '不大和人玩' },
    worked: { yes: '上课跟得上', no: '上课有点吃力' },
  },
  home: {
    came: { yes: '去上学了', no: '有几天没去' },
    ate: { yes: '吃得好', no: '吃得少' },
    played: { yes: '和伙伴玩', no: '不大和人玩' },
    worked: { yes: '肯帮忙', no: '不大想动' },
  },
};

/** Sentences a teacher or a grandmother may take as they are. */
export const readySentences = {
  school: ['有点困', '上课走神', '话少一些', '爱举手了', '交了新朋友', '帮了同学'],
  home: ['睡得晚', '话少一些', '想爸爸妈妈', '爱说笑', '帮我做事', '有点咳嗽'],
};

/** How to begin the next call. Never says that something is wrong, never quotes anybody. */
export const starterTexts: Record<Starter, (nickname: string) => string> = {
  bothHappy: (name) => `这周什么事最好玩？让${name}说给您听。`,
  notAtSchool: (name) => `先问问${name}身上舒不舒服，听完再说上学。`,
  ateLittle: (name) => `问问${name}，这几天什么饭最香，想吃什么。`,
  alone: (name) => `问问${name}，这几天常和谁在一块儿。`,
  workHard: (name) => `问问${name}，这周学了什么新的，请孩子讲给您听。`,
  low: (name) => `先说“我想你了”，再问${name}这几天累不累。`,
  different: (name) => `让${name}说说：这周在学校一件事，在家一件事。`,
  friends: (name) => `问问${name}，这周和谁玩，玩了什么。`,
  usual: (name) => `问问${name}，今天吃了什么，谁坐在旁边。`,
  nothingYet: (name) => `先打个电话，听${name}说说今天。`,
};
