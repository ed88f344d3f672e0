import type { NoticeKind } from '@contract/enums';
import type { Notice } from '@contract/notify';
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

type Told = Pick<Notice, 'nickname' | 'start'>;
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
};

/** What a notice says, in one sentence. */
export function noticeText(notice: Notice, now: number): string {
  return sentences[notice.kind](notice, now);
}
