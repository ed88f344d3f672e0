import type { HelpStep } from '@rules/first-help';

/** Words of the card that comes when something sounds urgent. It judges nobody and promises nothing. */
export const firstHelp = {
  urgent: '这件事很急',
  urgentHint: '请先打电话，不要等回复。',
  worrying: '这事别一个人扛',
  worryingHint: '先打个电话，问问怎么办。',
  now: '现在就做',
  openNow: '现在接电话',
  closedNow: (hours: string) => `现在不接，${hours}`,
  unsent: '话还没发，也可以先打电话再发。',
  waiting: '话还没发出去，有网就发。先打电话。',
  sent: '话发出去了，不一定马上有人看到。先打电话。',
  goOn: '接着写',
  send: '把话发出去',
  known: '知道了',
  concern: '想找人说说',
  again: '急事打电话',
  nobody: '现在没人值班，请打电话',
  nobodyHint: '您的话留下了，但是现在没有人看。',

  askTitle: '喝的是什么药？',
  askHint: '不清楚的话，点下面一个。',
  askCure: '治病的药',
  askCureHint: '医生开的，按量吃的',
  askPoison: '不是，或者说不清',
  askPoisonHint: '农药、老鼠药，或者吃多了',

  voice: '急事，点这里',
  voiceHint: '录音不会马上有人听。',
  voiceUrgent: '已经标成急事。还是要先打电话',
};

/** What can be done until help is there. */
export const stepTexts: Record<HelpStep, string> = {
  stay: '守在孩子身边，别走开',
  lock: '把农药、药、刀、绳子收好',
  listen: '听他说，别骂，别讲道理',
  follow120: '照 120 电话里说的做',
  keepBottle: '药瓶、包装留着，给医生看',
  apart: '带孩子离开那个人，到有人的地方',
  noQuestions: '别追着问，他愿意说就听',
  keepTraces: '先别洗澡，别洗衣服',
  sayClothes: '说清楚穿什么、最后在哪里',
  askAround: '请邻居和老师一起找',
  keepChat: '聊天记录别删',
  payNothing: '别再转钱，别再发照片',
  rest: '请人来搭把手，您先歇一歇',
};
