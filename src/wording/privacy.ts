import type { Decision, Look } from '@contract/rights';
import { visitStateNames } from './names';
import { limits } from '@contract/limits';

/**
 * DRAFT. Every text of the privacy pages is a draft for the operator's lawyer, who also adds who
 * runs this here, with name and address (PIPL 17). Nothing in it promises what cannot be kept: it
 * never says "absolutely confidential", and it names the exception (rules.md, "Safeguarding").
 */
export interface Block {
  id: string;
  title: string;
  text: string[];
}

const complain = '哪里不放心、不满意，可以打下面的电话，也可以找学校。';
const exception = '除非有人有危险，我们不会告诉别人。';

export const policyBlocks: Block[] = [
  {
    id: 'kept',
    title: '我们记什么',
    text: [
      '您是孩子的谁、住哪个乡镇、您留的电话。',
      '孩子的小名、哪年哪月生、在哪里上学，爸妈在不在家（您说了才有）。',
      '约了哪天、和谁见，您选的或录的心事。',
      '和学校说的话、发的图，孩子的心情、留的话、每周怎么样、什么时候通话。',
      '儿童主任上门的记录，小问卷合计的数。',
      '您是扫码来的，只给那个码（哪里的、海报还是传单）加一个数，好知道哪种办法管用。谁扫了哪个码，不记。',
    ],
  },
  {
    id: 'not-kept',
    title: '我们不要什么',
    text: ['不要身份证，不要孩子的照片。', '不要门牌地址，不看您在哪里，不看您的通讯录。'],
  },
  {
    id: 'seen-by',
    title: '谁看得到',
    text: [
      '家里：您请进来的家里人。',
      '孩子学校的老师、本乡镇的儿童主任：看得到小名、几岁、哪个学校、爸妈在不在家。',
      '约好的辅导老师：看得到这次约见、您说的心事和您的电话。排队时，县里的辅导老师都看得到。',
      '管孩子安全的人：有人有危险时看得到。录的话怕有急事没人知道，他们也会听。',
    ],
  },
  {
    id: 'silence',
    title: '会不会说出去',
    text: [exception, '孩子或大人有危险的时候，学校、村里和医院按法律要报告，好让人来帮。'],
  },
  {
    id: 'how-long',
    title: '留多久',
    text: [
      '您在用，就留着。您说不用了，等 ' + String(limits.deletionDays) + ' 天再删。',
      '家里还有别人在用，孩子的记录就留给他们。',
      '录了话没约成的，过 ' + String(limits.looseRecordingDays) + ' 天就删。',
      '扫过码的，留一个记号，免得一个人数两遍。过 ' +
        String(limits.arrivalDays) +
        ' 天，或者您的账号删了，就删。',
      '谁看过孩子的记录，留六个月以上。',
      '说到危险的话，管安全的人另留一份：事情办完，再过 ' +
        String(limits.alertMonths / 12) +
        ' 年就删。',
    ],
  },
  {
    id: 'law',
    title: '法律要我们留的',
    text: [
      '同意过什么、谁看过孩子的记录，要留着备查，里面没有孩子的名字。',
      '有人受到伤害时的记录，按法律也要留。',
    ],
  },
  {
    id: 'safe',
    title: '怎么放',
    text: [
      '小名、电话、心事都锁上了再存。',
      '工作人员不做这个工作了，马上就打不开。',
      '再小心也可能出错。出了事，我们会告诉您，也会告诉该管的部门。',
    ],
  },
];

export const childrenBlocks: Block[] = [
  {
    id: 'guardian',
    title: '孩子的事，爸妈说了算',
    text: [
      '孩子的事更要紧，所以单独写这一页。',
      '约老师、和学校说话、录音、小问卷，一件一件问。不同意也行，别的照样用。',
      '爷爷奶奶可以先点，再请爸爸妈妈来定。着急的时候，先帮孩子，不用等。',
    ],
  },
  {
    id: 'child-kept',
    title: '孩子的什么，我们记',
    text: [
      '小名、哪年哪月生、在哪里上学。',
      '约见哪天、在哪里，家里说的心事。',
      '心情、留的话、每周怎么样、上门记录、小问卷。',
    ],
  },
  {
    id: 'child-not-kept',
    title: '孩子的什么，我们不要',
    text: [
      '不要大名，不要身份证，不要孩子的照片，不要家里的门牌。',
      '不拿孩子的事做买卖，不给广告用。',
    ],
  },
  {
    id: 'child-seen-by',
    title: '谁看得到孩子的事',
    text: [
      '家里您请进来的人，孩子学校的老师，本乡镇的儿童主任，约好的辅导老师。有人有危险时，管孩子安全的人也看。',
      '老师、儿童主任平时看过，都记下来，爸妈可以查。有人有危险时谁看过，另外记，不在那里。',
    ],
  },
  {
    id: 'child-silence',
    title: '孩子说的话，会不会说出去',
    text: [exception, '孩子有危险，就要马上找能帮的人。这也是法律的要求。'],
  },
  {
    id: 'child-back',
    title: '可以反悔',
    text: [
      '同意过的，随时可以收回，马上算数。',
      '写错了可以改，想要一份可以存下来，不用了可以删。',
    ],
  },
];

export const privacy = {
  timeline: '心情、留的话、通话',
  title: '隐私和权利',
  heading: '您的事，您说了算',
  headingHint: '不用登记也能看这一页',
  can: '您可以这样做',
  how: '我们这样做',
  childrenLink: '孩子的隐私，单独说',
  looksLink: '谁看过孩子的记录',
  exportLink: '看看、存一份我的记录',
  consentLink: (nickname: string) => `${nickname}的事，我同意过什么`,
  leaveLink: '不用了，删掉我的账号',
  correct: '写错了，在这里改',
  correctPhone: '我的电话',
  correctPlace: '住哪个乡镇、我是谁',
  correctChild: (nickname: string) => `${nickname}的记录和家里人`,
  complain: '不放心、不满意，找谁说',
  complainHint: complain,
  listenAll: (block: Block) => [block.title, ...block.text].join('。'),

  childrenTitle: '孩子的隐私',
  childrenHeading: '孩子的隐私',
  childrenHint: '写给爸爸妈妈和带孩子的人',
  childrenMore: '看、改、存、删，都在这里',

  looksTitle: '谁看过',
  looksHeading: '谁看过孩子的记录',
  looksOf: (nickname: string) => `谁看过${nickname}的记录`,
  looksHint:
    '老师、儿童主任平时看过，都记在这里，爸妈可以查。有人有危险时谁看过，另外记，不在这里。',
  looksNone: '平时还没有人看过',
  looksNoneHint: '老师、儿童主任平时看了，会写明是谁、看了什么。',
  looksPurpose: {
    day: '看了约见的安排',
    roster: '看了孩子名单',
    voice: '听了约见时录的话',
    requests: '看了等着约的名单',
    phoneIn: '替您家约时间',
    thread: '看了和家里的聊天',
    week: '看了这周怎么样',
    announcement: '看了通知谁还没看',
    course: '看了一起听的短文听没听完',
    screening: '看了或填了小问卷',
    homeVisit: '看了或记了上门看望',
  } satisfies Record<Look['purpose'], string>,
  times: (count: number) => `${count} 次`,
  looksParents: '这一页给爸爸妈妈看',
  looksParentsHint: '孩子的爸爸妈妈打开小程序，就能看到平时谁看过孩子的记录。您可以请他们看。',
  looksNoChild: '还没有孩子',
  looksNoChildHint: '加上孩子以后，这里看得到谁看过孩子的记录。',
  looksPick: '看哪个孩子的？',
  somebody: '工作人员',

  exportTitle: '我的记录',
  exportHeading: '我的全部记录',
  exportHint: '您自己的、孩子的，都在这里',
  collecting: '正在收拢您的记录',
  collected: (steps: number) => `收好了 ${steps} 样`,
  save: '存成文件',
  saveHint: '文件里有孩子的事，请只发给自己。',
  saved: '文件发出去了',
  saveFailed: '文件没有发出去。想要的话，再点一次。',
  fileName: (day: string) => `心桥-我的记录-${day}.json`,
  me: '我自己',
  role: '我是',
  phone: '电话',
  township: '乡镇',
  since: '从哪天开始用',
  none: '没有',
  circle: '家里和身边的人',
  atHome: '谁在家带',
  meMark: '（我）',
  consents: '同意的事',
  decisions: '每次怎么选的',
  homeVisits: '儿童主任上门看望',
  screenings: '小问卷',
  screeningsHint: '这些数只是提醒，不是看病的结果。孩子怎么样，要和老师谈。',
  away: '爸妈在不在家',
  awayNone: '还没说',
  visits: '约见',
  waits: '正在排队的',
  waitSince: (nickname: string, day: string) => `${nickname}，从${day}开始排`,
  noVisits: '还没有约过',
  visitStates: visitStateNames,
  recording: (seconds: number) => `录了 ${seconds} 秒话`,
  choices: {
    begin: '先点了，等爸爸妈妈点头',
    give: '同意',
    refuse: '不同意',
    withdraw: '收回',
  } satisfies Record<Decision['decision'], string>,

  leaveTitle: '删掉账号',
  leaveHeading: '不用了？',
  leaveHint: (days: number) => `说了以后等 ${days} 天才删，这中间可以反悔。`,
  goes: '会删掉的',
  goesText: [
    '您的电话、乡镇和设置',
    '孩子的家里人里没有您了；没有别人在用，孩子的记录也删',
    '孩子的记录删了，还没去的约见就取消',
  ],
  goesWork: '您在这里的工作也结束了',
  stays: '按法律留下的',
  staysText: [
    '同意过什么、谁看过记录：没有孩子的名字',
    '以前约见的日子和地方：没有名字，也没有心事',
    '说到危险的话：管安全的人留的那一份',
  ],
  saveFirst: '先存一份我的记录',
  leave: '删掉我的账号',
  sure: '真的要删掉吗？',
  sureHint: (date: string) => `到 ${date} 才会删。那以前，您随时可以说“还是留着”。`,
  sureYes: '是，删掉',
  sureNo: '先不删',
  noAccount: '您还没有账号',
  noAccountHint: '没有登记过，这里就没有您的记录，也没有要删的。',
  keep: '还是留着',
  kept: '留下来了，和以前一样用。',
};
