import type { KindWord, NoticeKind } from '@contract/enums';
import type { Notice } from '@contract/notify';
import { kinName, roleNames } from './names';
import { whenText } from './when';

/** Words of the in-app inbox. */
export const inbox = {
  heading: '告诉您的事',
  empty: '还没有消息',
  emptyHint: '约好了、改了时间、轮到您了，都会写在这里。',
  fresh: '新',
  freshLabel: '有新消息',
  school: '给学校打电话',
};

type Told = Pick<Notice, 'nickname' | 'start' | 'title' | 'learning' | 'count'>;
type Learning = NonNullable<Notice['learning']>;

/** Words that staff send with a tap to a family with whom they hear a course. */
export const kindWordTexts: Record<KindWord, string> = {
  glad: '您听完了一篇，真好。',
  noHurry: '不着急，有空再听。',
  together: '我也在听，咱们一起。',
  askMe: '有不明白的，随时问我。',
};

const staffOf = ({ name, role }: Learning) => name ?? (role ? roleNames[role] : '老师');
const named = (title: string | undefined) => (title ? `《${title}》` : '一篇短文');
const at = (start: number | undefined, now: number) =>
  start === undefined ? '' : whenText(start, now);

const sentences: Record<NoticeKind, (told: Told, now: number) => string> = {
  consentWanted: ({ nickname, start }, now) =>
    `家里给${nickname}约了老师${start === undefined ? '' : `，${at(start, now)}`}，等您同意`,
  consentLapsed: ({ nickname }) => `没等到爸爸妈妈同意，${nickname}的时间让出去了`,
  visitBooked: ({ nickname, start }, now) => `${nickname}约好了，${at(start, now)}`,
  visitMoved: ({ nickname, start }, now) => `${nickname}的时间改了，改成${at(start, now)}`,
  visitCancelled: ({ nickname, start }, now) => `${nickname}${at(start, now)}的约见取消了`,
  visitMissed: ({ nickname }) => `${nickname}这次没去成，没关系，可以再约`,
  nextStep: ({ nickname }) => `和${nickname}聊过了，老师有话告诉您`,
  placeOffered: ({ nickname, start }, now) => `轮到${nickname}了，给您留着${at(start, now)}`,
  offerLapsed: ({ nickname }) => `留给${nickname}的时间过了，还接着帮您排`,
  schoolReply: ({ nickname }) => `老师回话了，是${nickname}的事`,
  counsellorLeft: ({ nickname }) => `和${nickname}谈心的老师不在这里做了，点开看怎么再约`,
  familyUrgent: ({ nickname }) => `${nickname}家里有急事，请现在看`,
  questionRaised: ({ nickname }) => `${nickname}家里等了两个上学日，请您看一看`,
  standInNamed: ({ nickname }) => `${nickname}请您这些天替着看家里的话`,
  familyMessage: ({ nickname }) => `${nickname}家里有新的话`,
  weekWanted: () => '孩子这周怎么样？几下就说完',
  announced: ({ nickname }) => `${nickname}那边有通知，请看一看`,
  noteArrived: ({ nickname }) => `家里人给${nickname}留了话，拿给孩子听听`,
  noteAnswered: ({ nickname }) => `${nickname}听到了，还回了您`,
  callProposed: ({ nickname, start }, now) => `家里人想跟${nickname}通话，${at(start, now)}，行吗`,
  callAgreed: ({ nickname, start }, now) => `说好了，${at(start, now)}跟${nickname}通话`,
  callSoon: ({ nickname, start }, now) => `${at(start, now)}，跟${nickname}通话`,
  guideBack: ({ title }) => `${named(title)}退回来了，看看要改什么`,
  guideOut: ({ title }) => `${named(title)}发布了，家里人看得到了`,
  guideDue: ({ title }) => `${named(title)}快到期了，该再审一遍`,
  accompanyOffered: ({ learning = {} }) => `${staffOf(learning)}想陪您一起听几段话，您看看愿不愿意`,
  accompanyAgreed: ({ nickname }) => `${nickname}家里愿意和您一起听`,
  kindWord: ({ learning = {} }) =>
    `${staffOf(learning)}对您说：${learning.word ? kindWordTexts[learning.word] : ''}`,
  otherHalfHeard: ({ nickname, learning = {} }) =>
    `${nickname}的${learning.relation ? kinName(learning.relation) : '家里人'}听完了一篇，还有一篇给您`,
  // Neutral on purpose: whoever looks over a shoulder learns nothing (rules.md, "Safeguarding").
  dutyAlert: () => '您有一条新的工作提醒',
  dutyChanged: () => '值班表变了，请看一看',
  visitReminder: ({ nickname, start }, now) => `${nickname}的约，${at(start, now)}`,
  weeklyDigest: ({ nickname, count }) =>
    count ? `还有${count}家等您回话` : `${nickname}这一周怎么样，看一看`,
  bulletin: ({ title }) => `给您送来一篇：${named(title)}`,
};

/** What a notice says, in one sentence. */
export function noticeText(notice: Notice, now: number): string {
  return sentences[notice.kind](notice, now);
}
