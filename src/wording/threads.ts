import type { Thread } from '@contract/school';

/** Words of the list of threads: in the main package, so no more than it shows. */
export const threads = {
  heading: '和老师说话',
  none: '还没说过话',
  school: (nickname: string) => `${nickname}的老师`,
  counsellor: (nickname: string) => `${nickname}的辅导老师`,
  fresh: (count: number, more: boolean) => `${count}${more ? '+' : ''} 条新的`,
  toTeacher: '写给老师',
  toTeacherHint: '说一声，或者点一句话',
};

const kinds = {
  voice: '一段语音',
  text: '一句话',
  picture: '一张图片',
  prepared: '一句话',
  face: '一个表情',
  note: '自动回复',
};

/** The last message of a thread in a list: never what it says. */
export function lastText({ mine, side, withdrawn, kind }: NonNullable<Thread['last']>): string {
  const who = mine ? '我' : side === 'staff' ? '老师' : '家里人';
  return `${who}：${withdrawn ? '已撤回' : kinds[kind]}`;
}
