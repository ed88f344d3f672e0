import type { PlaceKind, Worry } from '@contract/enums';
import { worryNames } from './names';

/** Words of booking, from the first question to the day itself. */
export const booking = {
  title: '约老师聊聊',

  childTitle: '给哪个孩子约？',
  addChild: '加一个孩子',
  noChildren: '先告诉我们是哪个孩子',
  noChildrenHint: '只要小名、哪年哪月生、在哪里上学。',

  worryTitle: (nickname: string) => `${nickname}怎么了？`,
  worryHint: '可以选几个，不用打字',
  danger: '孩子说不想活、受了伤、不见了？先打电话',

  placeTitle: '在哪里聊方便？',
  placeHint: '点一个就行，要不要钱会写清楚',
  anyPlace: '都可以，越早越好',
  placeHints: {
    school: '就在孩子的学校',
    clinic: '有医生，也有老师',
    phone: '老师打给您，不用出门',
    wechat: '看得见老师，不用出门',
    home: '走不开，老师来家里',
  } satisfies Record<PlaceKind, string>,

  timesTitle: '哪个时间好？',
  free: (count: number) => `${count}个`,
  none: '没有',
  look: '看看',
  earliest: '最早',
  noTimes: '这一天没有空的时间',
  noTimesHint: '看看别的日子，或者换个地方聊。',
  held: (time: string, minutes: number) => `已为您留住 ${time}，还有 ${minutes} 分钟`,
  holding: '正在为您留住…',
  taken: '这个时间约不了了。下面是最近的几个。',
  takenNone: '这个时间约不了了。请看看别的日子。',
  take: (time: string) => `就约${time}`,
  pickFirst: '先点一个时间',

  confirmTitle: '看一看，对不对？',
  confirmSpoken: (summary: string) => `请看一看对不对。${summary}。对的话，点下面的“就这样约”。`,
  confirm: '就这样约',
  changeTime: '换个时间',
  whoWith: (nickname: string, isAway: boolean) =>
    isAway ? `${nickname}，家里人陪着` : `${nickname}和您一起`,
  awaitsParents: '约了先留着，等爸爸妈妈同意。',
  whoPhone: (nickname: string) => `老师打给您，${nickname}在旁边更好`,
  noWorries: '见面再说',
  voiceSaid: (seconds: number) => `您录的话，${seconds} 秒`,
  phoneLabel: '老师打这个电话',
  phoneEnding: (ending: string) => `尾号 ${ending}`,
  phoneNeeded: '留一个电话',
  phoneNeededHint: '老师要打给您',
  privacy: '除非有人有危险，老师不会告诉别人。',
  heldGone: '留给您的时间过了。请再选一次时间。',
  uploading: '正在送您录的话',
  voiceFailed: '您录的话没送出去。再点一次，或者不带录音先约。',
  voiceFailedHere: '您录的话没送出去。请再点一次。',
  withoutVoice: '不带录音先约',
  seeConsent: '看说明',

  doneTitle: '约好了',
  what: '去了会做什么？',
  whatSpoken: (minutes: number) =>
    `老师会先和您说几句，再单独和孩子聊一聊，画画、玩玩也行。一共 ${minutes} 分钟。最后老师会告诉您，回家可以怎么做。没有对错，也不打分。`,
  whatPhone:
    '到时间老师会打给您。先和您说几句，再和孩子聊一聊。找个安静的地方接就行。没有对错，也不打分。',
  calendar: '记到手机',
  calendarTitle: '和老师见面',
  calendarDone: '已记到手机',
  calendarFailed: '没记上。您可以写在纸上。',
  map: '怎么去',
  mapFailed: '地图没打开。可以打电话问路。',
  home: '回首页',
  cancelOrChange: '改时间或取消',

  listTitle: '我的预约',
  upcoming: '要去的',
  past: '以前的',
  gone: '这次约见找不到了',
  goneHint: '可能已经改了。请返回再看看。',
  noUpcoming: '还没有约',
  noUpcomingHint: '孩子有心事，可以找老师聊聊。',
  noPast: '还没有以前的',

  cancel: '取消这次',
  cancelAsk: '真的不去了吗？',
  cancelAskHint: '取消后，这个时间会让给别的孩子。想再约，随时可以。',
  cancelYes: '不去了',
  cancelNo: '还是去',
  cancelledTitle: '已经取消',
  bookAgain: '再约一个',
  service: '看看这个地方',
  resume: '上次约到一半',
  resumeHint: '接着约，选好的都在',
};

/** What it is about, in a line: what was picked, what was said, or that it can wait. */
export function aboutText(worries: Worry[], voiceSeconds: number | undefined): string {
  const picked = worries.map((worry) => worryNames[worry]).join('、');
  const said = voiceSeconds ? booking.voiceSaid(voiceSeconds) : '';
  return [picked, said].filter(Boolean).join('，') || booking.noWorries;
}
