import type { HowWell, Mood, NotePicture, Relation } from '@contract/enums';
import type { TimelineEntry } from '@contract/warmth';
import { kinName } from './names';
import { moodNames } from './warmth';

export const pictureNames: Record<NotePicture, string> = {
  sun: '太阳',
  moon: '晚安',
  star: '真棒',
  leaf: '好好长',
  house: '想家',
  bus: '很想回来',
  hug: '抱抱你',
  meal: '好好吃饭',
};

const sleepNames: Record<HowWell, string> = { well: '睡得好', soSo: '一般', badly: '没睡好' };
const appetiteNames: Record<HowWell, string> = { well: '吃得香', soSo: '一般', badly: '没胃口' };

/** Words of the pages between parent and child. */
export const warm = {
  noChild: '请从首页打开',
  noChildHint: '先在首页选一个孩子。',
  toHome: '回首页',
  unsent: '还没发出去，有网就发。关掉也不会丢。',
  refused: '这条没发成。',
  held: '这句先请人看一看，可以了再送。急事请直接打电话。',
  refusedRemove: '知道了',
  gone: '录音在手机上找不到了，没有发出去。想说的话，请再录一次。',
  goneWithout: '不带录音，发别的',
  goneDrop: '删掉',
  playFailed: '现在听不了，有网了再点',
  offlineKept: '听过的，没网也能再听',
  play: (seconds: number) => `听 ${seconds} 秒`,
  stop: '停',

  mood: {
    title: '今天怎么样',
    heading: (nickname: string) => `${nickname}今天怎么样？`,
    hint: '点一个就记下了。',
    noted: '记下了，家里人都看得到。想改，再点一个。',
    sleep: '昨晚睡得怎么样',
    appetite: '吃得怎么样',
    sleepNames,
    appetiteNames,
    optional: '想多说，再点这些；不说也行',
    record: '说一句今天的事',
    recordHint: '点一下开始说，最长 30 秒',
    write: '也可以写一句，不写也行',
    done: '好了',
    denied: '没能用上话筒。不录也行，点图就可以。',
  },

  note: {
    title: '说给孩子',
    heading: (nickname: string) => `给${nickname}留句话`,
    hint: '孩子在家里的手机上听。录一句、选一张图、写一句，都行。',
    record: '录一句话',
    recordHint: '点一下开始说，最长 30 秒',
    picture: '选一张图',
    write: '写一句',
    send: '送给孩子',
    sent: '存好了，等孩子来听',
    sentHint: (nickname: string) => `${nickname}听到了，会在首页告诉您。`,
    waitingHint: '现在没有网，先存在手机里，有网就送。关掉也不会丢。',
    another: '再留一句',
    toTimeline: '看孩子这几周',
    denied: '没能用上话筒。不录也行，选图或写一句就可以。',
    noConsent: '要录音，先看一下录音的说明。',
    consent: '看录音说明',
  },

  corner: {
    title: '给孩子的',
    from: (by: Relation) => `${kinName(by)}给你的`,
    empty: '还没有新的话',
    emptyHint: '爸爸妈妈留了话，就在这里听。',
    mineOnly: '这里等孩子来听',
    heard: '听好了',
    seen: '看到了',
    answerAsk: (by: Relation) => `回${kinName(by)}一个表情，点一下`,
    speak: (by: Relation) => `说给${kinName(by)}听`,
    speakHint: '点一下开始说，最长 30 秒',
    sendVoice: '送出去',
    answered: (by: Relation) => `送出去了，${kinName(by)}会看到`,
    answeredBefore: '你回过了',
    next: (by: Relation) => `还有${kinName(by)}的一句`,
    answerLater: '回一个',
    older: '以前的',
    needHelp: '找人帮忙',
    leave: '出去',
    denied: '没能用上话筒。点一个表情也行。',
  },

  timeline: {
    title: '这几周',
    heading: (nickname: string) => `${nickname}这几周`,
    empty: '还没有写下什么',
    emptyHint: '家里点一个表情，或者您留一句话，都会写在这里。',
    weeks: '一行是一周，从周一到周日',
    earlier: '以前几周，学校和家里怎么说',
    harder: (nickname: string) => `这几天，家里给${nickname}点“不高兴”“难过”多一些`,
    harderHint: '每个孩子都会有这样的时候。要不要听听这篇？也可以找老师聊聊。',
    harderGuide: '听听这篇',
    harderBook: '约老师聊聊',
    says: (by: Relation) => `${kinName(by)}说`,
    noteFrom: (by: Relation) => `${kinName(by)}留的话`,
    notHeard: '还没听',
    heard: '听到了',
    closedFace: (nickname: string, face: Mood) =>
      `${nickname}听到了，还回了“${moodNames[face]}”的表情`,
    closedVoice: (nickname: string, seconds: number) => `${nickname}听到了，回了 ${seconds} 秒`,
    callDone: '打过电话了',
    callNot: '这次电话没打成，下次再打',
    send: '给孩子留句话',
    mood: '记今天怎么样',
    calls: '通话',
  },
};

/** A line of the timeline in words, for a copy of one's records. */
export function entryText(entry: TimelineEntry): string {
  if (entry.kind === 'call') return entry.happened ? warm.timeline.callDone : warm.timeline.callNot;
  const seconds = entry.voice ? `${entry.voice.seconds} 秒录音` : '';
  if (entry.kind === 'mood') {
    return [moodNames[entry.face], entry.words, seconds].filter(Boolean).join('，');
  }
  const picture = entry.picture ? pictureNames[entry.picture] : '';
  const { answer } = entry;
  const answered = answer?.face
    ? `回了“${moodNames[answer.face]}”的表情`
    : answer
      ? '回了录音'
      : '';
  return [entry.words, picture, seconds, answered].filter(Boolean).join('，');
}
