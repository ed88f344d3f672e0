import { consentVersions, type Consent } from '@contract/consent';
import type { Purpose, Relation } from '@contract/enums';
import { dayOf } from '@rules/dates';
import { asked, purposeNames } from './asked';
import { dotted } from './common';
import { kinName } from './names';
import { shortDate } from './when';

/** One purpose, as it is read before anybody agrees. A changed meaning is a new version (contract). */
interface ConsentText {
  version: string;
  name: string;
  ask: string;
  /** What it is for. */
  what: string;
  /** Who sees what. */
  who: string;
  howLong: string;
  /** What happens without it. */
  without: string;
  /** What stops when it is taken back. */
  stops: string;
}

export const consentTexts: Record<Purpose, ConsentText> = {
  booking: {
    version: consentVersions.booking,
    name: purposeNames.booking,
    ask: '约老师，行吗？',
    what: '帮孩子约一位老师，聊聊心事。不收钱。',
    who: '约的那位老师看：小名、年纪、学校、心事、您的电话。排队时，县里的辅导老师都看得到。微信找不到您，打电话的人看得到号码。有人有危险时，管安全的人也看。',
    howLong: '记到您删账号那天。收回了，新的就不记。',
    without: '不在这里约，别的照样用。急事随时打电话。',
    stops: '不能再约新的。',
  },
  messages: {
    version: consentVersions.messages,
    name: purposeNames.messages,
    ask: '和学校说话，行吗？',
    what: '家里和班主任互相说说孩子怎么样。',
    who: '班主任和家里人看得到。有人有危险时，学校管安全的人也看。',
    howLong: '记到您删账号那天。收回了，新的就不记。',
    without: '不在这里说，有事打学校电话。急事随时打电话。',
    stops: '不能再发新的话。',
  },
  recordings: {
    version: consentVersions.recordings,
    name: purposeNames.recordings,
    ask: '用录音，行吗？',
    what: '不用打字，您说的话录下来给老师听。',
    who: '约的老师、收到话的人能听。怕有急事没人知道，管孩子安全的人也会听一听。',
    howLong: '记到您删账号那天。收回了，新的就不记。',
    without: '不录音，点图也能约。急事随时打电话。',
    stops: '不能再送新的录音，以前录的老师也听不到了。',
  },
  screening: {
    version: consentVersions.screening,
    name: purposeNames.screening,
    ask: '做小问卷，行吗？',
    what: '家里人或老师答十几个小问题，看看孩子要不要人帮。不是看病，不排名。',
    who: '家里看到一句建议。分数，约好的辅导老师看得到；爸妈存孩子的记录时，也看得到。有人有危险时，管安全的人也看。',
    howLong: '结果记 12 个月，到时就删。收回了，新的就不记。',
    without: '不做问卷，照样能约老师。急事随时打电话。',
    stops: '不再给孩子做问卷，以前的老师也看不到了。',
  },
};

/** Words of agreeing, saying no, and taking back. */
export const consent = {
  ...asked,
  title: '同意的事',
  heading: '哪些事您同意？',
  hint: '一件一件来，随时能改。',
  whichChild: '看哪个孩子的？',
  noChildren: '还没有加孩子',
  noChildrenHint: '先加上孩子，再来看。',

  facts: { what: '做什么', who: '谁看得到', howLong: '记多久', without: '不同意呢' },
  about: (nickname: string) => `${nickname}的事`,
  agree: '同意',
  confirm: '确认',
  refuse: '不同意',
  caregiverHint: '您先点，还要爸爸或妈妈点头。',
  begunBy: (who: Relation) => `${kinName(who)}先点了同意，等您确认。`,
  changed: '说明改过了，以前点的不算。请再看一遍。',
  restart: '打开新的说明',

  begunTitle: '先记下了',
  begunText: '先记下，还要爸爸或妈妈点头。急事不用等。',
  begunUse: '现在就可以用了。',
  parentThere: (parents: Relation[]) =>
    `${parents.map((one) => kinName(one)).join('、')}打开心桥就能看到。`,
  parentMissing: '爸爸妈妈还没进来。发张卡片，请他们点头。',
  goOn: '接着约老师',
  lookNow: '看一看，点个头',
  home: '回首页',
  done: '好了',

  saidNo: '记下了，没同意',
  saidNoTitle: '没同意，就先不约',
  saidNoHint: '想聊，也可以打电话，几点有人接，写在号码旁边。改主意了，再点同意就行。',
  saidNoVoiceTitle: '那就不带录音',
  saidNoVoiceHint: '刚才录的话不送出去，会删掉。点的图都在。',
  goOnWithout: '不带录音，接着约',
  thinkAgain: '我再想想',

  blockedTitle: (who: Relation) => `${kinName(who)}说先不要`,
  blockedHint: '要爸爸或妈妈点同意才行。可以和他们说说。急事不用等，先打电话。',

  withdraw: '收回',
  withdrawAsk: '要收回吗？',
  withdrawHint: (purpose: Purpose, ahead: number) =>
    [
      `收回“${consentTexts[purpose].name}”以后，${consentTexts[purpose].stops}`,
      purpose === 'booking' && ahead > 0 ? `已经约好的 ${ahead} 次还在。` : '',
      '以后想要，再点同意就行。',
    ].join(''),
  withdrawYes: '收回',
  withdrawNo: '先不收回',
  withdrawn: '收回了，现在就停',
  withdrawnHint: (purpose: Purpose) =>
    `${consentTexts[purpose].stops}别的照样用，急事随时打电话。想再用，点同意就行。`,
  visitsAhead: (count: number) => `已经约好的 ${count} 次还在，要取消请到预约里点。`,
  toVisits: '看看约好的',
};

/** How it stands, and who decided: `已同意 · 爸爸`. */
export function consentStateText({ state, by }: Consent): string {
  const decided = state === 'given' || state === 'refused' || state === 'withdrawn';
  return dotted(consent.states[state], decided && by ? kinName(by) : '');
}

/** The same with its day: `已同意 · 爸爸 · 11月3日`. */
export function consentStateOn(one: Consent): string {
  const { state, at } = one;
  const day = state !== 'none' && at !== undefined ? shortDate(dayOf(at)) : '';
  return dotted(consentStateText(one), day);
}

/** The whole text, read aloud before somebody agrees. */
export function spokenConsent(purpose: Purpose, nickname: string): string {
  const { ask, what, who, howLong, without } = consentTexts[purpose];
  const { facts } = consent;
  return [
    `${consent.about(nickname)}。${ask}`,
    what,
    `${facts.who}？${who}`,
    `${facts.howLong}？${howLong}`,
    `${facts.without}？${without}`,
    '随时能收回。',
  ].join('');
}
