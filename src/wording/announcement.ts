import type { Addressee, AnnouncementKind, AnnouncementScope } from '@contract/enums';
import type { Target } from '@contract/announcements';
import { dotted } from './common';

/** Words of announcements. */
export const announcement = {
  title: '通知',
  heading: '学校和镇上的通知',
  none: '还没有通知',
  noneHint: '班里、学校、镇上、县里的通知都写在这里。',
  withdrawn: '这条通知收回了',
  know: '我知道了',
  known: '您说过知道了',
  seen: '家里看过了',
  choose: '请选一个',
  chosen: (choice: string) => `您家选了：${choice}`,
  changeable: '点别的可以改。',
  forChild: (nickname: string) => `这是${nickname}的`,
  guide: (title: string) => `一起看：${title}`,
  toDo: '等您看',
  waits: '记下了，有网就告诉老师',
  from: (from: string, where: string) => dotted(where, from),

  sentTitle: '发通知',
  sentHeading: '发过的通知',
  write: '写一条通知',
  sentNone: '还没有发过',
  sentNoneHint: '写好了，家里人手机上就看得到。',
  scheduled: (when: string) => `${when}才发`,
  telling: '正在一家一家告诉',
  held: '没通过微信的检查，家里还看不到。可以收回，改一改再发。',
  heldByOther: '没通过微信的检查，家里还看不到',
  release: {
    duty: '自己写的，自己不能放行。值班的人看过，可以放行。',
    admin: '自己写的，自己不能放行。另一位管理员看过，可以放行。',
    nobody:
      '自己写的，自己不能放行。县里现在没有第二个人能看：排班表上没有人，也没有别的管理员。请收回，改一改再发；或者先排上值班的人，由他来看。',
  },
  rewrite: '收回，改一改再发',
  rewriteHint: '话会留着，图片要再选一次。',
  heldText: '内容先不显示',
  figures: (done: number, children: number) => `一共 ${children} 家，看了 ${done} 家`,
  figuresTitle: '谁看了',
  missing: '还没看的',
  allDone: '都看了',
  inPerson: '没有手机，当面告诉',
  toldNow: '当面说过了',
  remind: (count: number) => `再告诉这 ${count} 家一次`,
  remindAll: '再告诉没看的一次',
  reminded: '只告诉没看的，已经看了的不打扰',
  remindLater: (when: string) => `${when}以后可以再告诉一次`,
  withdraw: '收回这条通知',
  withdrawAsk: '收回以后，家里看不到内容了。',
  withdrawYes: '收回',

  writeTitle: '写通知',
  writeHeading: '要告诉家里什么？',
  text: '通知的话',
  textPlaceholder: '什么事，什么时候，要带什么',
  to: '发给谁',
  what: '要家里做什么',
  who: '家里谁来看',
  choices: '让家里选',
  choice: (number: number) => `第 ${number} 个`,
  yesNo: ['能来', '来不了'],
  when: '什么时候发',
  whens: { now: '现在就发', tomorrow: '明早七点', other: '自己定' },
  day: '哪一天',
  clock: '几点',
  untimely: '这个时间已经过了，或者太远了。请换一个。',
  attach: '附上',
  addPicture: '加一张图',
  addGuide: '加一篇短文',
  pictureNumber: (number: number) => `第 ${number} 张图`,
  pictureGone: (number: number) => `第 ${number} 张图没传上去。再点一次，还不行就换一张。`,
  showPicture: '看一看',
  removePicture: '不要这张',
  removeGuide: '不要这篇',
  pictures: (count: number) => (count > 1 ? `看图（${count} 张）` : '看图'),
  cannotOpen: '图现在打不开，请再点一次',
  send: '发出去',
  sendLater: '到时候发',
  inPersonHint: '没有手机的人家，名单里会提醒您当面说。',
};

export const kindNames: Record<AnnouncementKind, string> = {
  read: '看看就好',
  tap: '点“我知道了”',
  answer: '选一个回答',
};

export const whomNames: Record<Addressee, string> = {
  anyone: '谁看都行',
  guardian: '爸爸或妈妈',
  guardians: '爸爸妈妈都看',
};

const scopeNames: Record<AnnouncementScope, string> = {
  class: '班里',
  school: '学校',
  township: '镇上',
  county: '县里',
};

/** Where it came from. */
export const scopeText = (scope: AnnouncementScope, className?: string) =>
  className ?? scopeNames[scope];

/** Where it goes. */
export function targetText(target: Target): string {
  if (target.scope === 'class') return `${target.className}的家里`;
  if (target.scope === 'school') return '全校的家里';
  return target.scope === 'township' ? '全镇的家里' : '全县的家里';
}
