import type { ConsentState, Purpose, Relation } from '@contract/enums';
import { kinName } from './names';

/** What is agreed to, in two or three words. */
export const purposeNames: Record<Purpose, string> = {
  booking: '约老师聊聊',
  messages: '和学校说话',
  recordings: '录音',
  screening: '小问卷',
};

const waiting: Record<Purpose, string> = {
  booking: '想给孩子约老师',
  messages: '想和学校说孩子的事',
  recordings: '想用录音给老师说',
  screening: '想让孩子做小问卷',
};

/** What the first screen and "me" say of an agreement that somebody waits for, and how one stands. */
export const asked = {
  states: {
    none: '还没问过',
    pending: '等爸爸妈妈点头',
    given: '已同意',
    refused: '没同意',
    withdrawn: '收回了',
    outdated: '说明改过了，请再看',
  } satisfies Record<ConsentState, string>,
  changedForYou: '说明改过了，请再看看',
  tellParents: '发给爸爸妈妈',
  remind: '提醒爸爸妈妈',
  /** On the first screen and on "me". */
  waitsForYou: (who: Relation, purpose: Purpose) => `${kinName(who)}${waiting[purpose]}，等您点头`,
  waitsHint: (nickname: string) => `${nickname}的事，看一看再点`,
  waitsForParents: '等爸爸妈妈点头',
  waitsForParentsWhat: (purposes: Purpose[]) => purposes.map((one) => purposeNames[one]).join('、'),
};
