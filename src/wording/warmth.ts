import type { Mood, Relation } from '@contract/enums';
import { kinName } from './names';

/** What the faces are called. */
export const moodNames: Record<Mood, string> = {
  great: '很开心',
  good: '挺好',
  plain: '一般',
  low: '不高兴',
  sad: '难过',
};

/** Words of the first screen about how a child is and what waits between parent and child. */
export const warmth = {
  howIs: (nickname: string) => `${nickname}今天怎么样？`,
  howIsDone: (nickname: string) => `${nickname}今天`,
  changeHint: '想改，再点一个',
  week: (nickname: string) => `${nickname}这几天`,
  weekEmpty: '家里还没说。可以先录一句话给孩子。',
  seeMore: '看以前的',
  says: (by: Relation) => `${kinName(by)}说`,
  hear: (from: readonly Relation[]) =>
    `听${[...new Set(from)].map((relation) => kinName(relation)).join('和')}的话`,
  hearHint: (nickname: string) => `拿给${nickname}听`,
  send: (nickname: string) => `录一句话给${nickname}`,
  sendHint: '30 秒就好，家里能听到',
  sendQuiet: (nickname: string) => `给${nickname}录一句吧，30 秒就好`,
  answeredFace: (nickname: string) => `${nickname}听到了，还回了您一个表情`,
  answeredVoice: (nickname: string, seconds: number) => `${nickname}听到了，回了您 ${seconds} 秒`,
  call: (nickname: string) => `跟${nickname}约个通话`,
  callHint: '找个两边都有空的时间',
  callAt: (when: string) => `说好${when} 通话`,
  callProposed: (when: string) => `想${when} 通话`,
  callProposedMine: '等家里人答应',
  callProposedHint: '行不行，点进去说',
  callStarters: '聊什么，有 3 个开头',
  callAsk: (when: string) => `${when} 的电话，打过了吗`,
  unsent: '还没发出去，有网就发',
};
