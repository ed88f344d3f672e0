import type {
  AlertDeed,
  AlertOutcome,
  AlertReason,
  AlertRow,
  AlertSource,
  AlertStep,
  AlertStepView,
  Authority,
  Judgement,
  RaisedTo,
  Worker,
} from '@contract/safety';
import type { AlertLevel } from '@contract/help';
import { roleNames } from './names';
import { whenText } from './when';

/** Words of those who look after children in need. They name what was said, and judge nobody. */
export const safety = {
  title: '请您看一看',
  heading: '有几句话请您看一看',
  hint: '接了，就由您跟到底。',
  notStaff: '这一页给值班的人看',
  notStaffHint: '要打求助电话，点右上角的“求助”。',
  show: { open: '没办完的', mine: '我接的', closed: '办完的' },
  none: {
    open: '现在没有要看的',
    mine: '您手上没有',
    closed: '还没有办完的',
  },
  noneHint: {
    open: '有人说了让人担心的话，会排在这里。',
    mine: '到“没办完的”里看看，接一件。',
    closed: '办完的会留在这里，可以再看。',
  },
  onDuty: (until: string) => `您在值班，到${until}`,
  overdueCount: (count: number) => `${count} 件过了时间，请先看`,
  ways: '还有这些事',
  unheard: '听录音',
  unheardHint: '没有文字的录音，要人听',
  unheardCount: (count: number) => `${count} 段录音没人听`,
  duty: '值班表',
  dutyHint: '谁哪天在，哪里空着',
  lines: '核对电话',
  linesHint: '看看号码还打得通吗',
  missed: '记下漏掉的',
  missedHint: '没提醒到的，记下来好改',
  records: '留底和改进',
  recordsHint: '抄一份凭证；看看哪些提醒得不对',

  accept: '我来接',
  lost: (who: string) => `${who}已经接了`,
  said: '说的话',
  gone: '原话已经不在了',
  play: (seconds: number) => `听 ${seconds}″`,
  stop: '停',
  playFailed: '现在放不出来，等一下再试',
  picture: '看图片',
  around: '看前后几句',
  held: '这句还没给家里看',
  call: '打电话',
  callHint: '先想一想：家里会不会有人正伤害孩子？拿不准，先找老师或者儿童主任问。',
  noPhones: '没有留电话。请问学校或者村里。',
  guardian: '能做主',
  atHome: '家里的电话',
  deeds: '做了什么',
  deedText: '说两句（可以不写）',
  keep: '记下',
  kept: '记下了',
  more: '还要做的',
  reporting: '报告',
  reportingOpen: '还没报，也没说明为什么不报',
  reportedTo: (who: string, when: string, receipt?: string) =>
    `${when}报给${who}${receipt ? `，编号 ${receipt}` : ''}`,
  notReported: (why: string) => `判断不用报，因为${why}`,
  hand: '交给别人',
  handHint: (who: string) => `现在是${who}在跟`,
  handed: '交出去了',
  noColleagues: '现在没有别的人可以接',
  followUp: '哪天再看',
  followUpOn: (when: string) => `${when}再看`,
  followDays: { 1: '明天', 3: '三天后', 7: '一周后' },
  close: '办完了',
  closeHint: '先写好报告那一项，才能办完',
  confirm: '请您再看一遍',
  confirmWait: '等第二个人看过，就算办完',
  history: '一步一步',
  why: '为什么请您看',
  follows: '以前也提到过，那条已办完。去看',
  next: '办完后又提到了。看新的那条',
  chainBroken: '这里的记录被人从外面动过，请马上告诉装系统的人',
  export: '给办案单位一份',
  keptFor: '有关部门在问，这一件一直留着',
  liftGo: '不用再留了',
  liftHint: '要另一个人来说。说了以后，到日子就删掉，找不回来。',
  liftWhy: '为什么不用留了（哪个单位、什么时候说的）',
  liftSave: '到日子就删',
  liftNot: '还是留着',

  reportTitle: '报告',
  reportHeading: '报给了谁？',
  reportHint: '伤害、或者怀疑有伤害，法律要求马上报。报过了，在这里记一笔。',
  reportWhen: '什么时候报的',
  reportNow: '刚才',
  reportReceipt: '编号（有就写）',
  reportNot: '判断不用报',
  reportWhy: '因为',
  reportWhyHint: '写清楚是怎么判断的',
  reportSave: '记下来',

  closeTitle: '办完',
  closeHeading: '最后怎么样了？',
  closeText: '写两句，给以后看的人',
  closeTextHint: '做了什么，孩子现在怎么样',
  judge: '请您来看，对不对？',
  judgeHint: '只用来改提醒的办法，不评价人。',
  levelShouldBe: '该是多急？',
  release: '这句可以给家里看',
  releaseHint: '拦错了，就放出去',
  closeSave: '办完',
  closeSecond: '这一件很急，还要第二个人看过',
  closeAlone: '记下了。县里眼下没有第二个人能看，请找管理员再安排一位',

  confirmTitle: '再看一遍',
  confirmHeading: '您看这样可以了吗？',
  confirmHint: '看看做了什么、报告没有、孩子现在怎么样。',
  agree: '可以，办完',
  disagree: '还不行，退回去',
  disagreeWhy: '哪里还不行',

  exportTitle: '给一份',
  exportHeading: '给谁、为什么要？',
  exportHint: '会记下是您给的。只给有权来问的单位。',
  exportPurpose: '哪个单位，凭什么文件',
  exportMake: '做一份',
  exportCopy: '复制',
  exportCopied: '复制好了',

  unheardTitle: '听录音',
  unheardHeading: '请您听一听',
  unheardIntro: '这些录音没有文字，没人先看过。',
  unheardNone: '录音都听过了',
  unheardNoneHint: '有新的录音会排在这里。',
  markedAsUrgent: '说了是急事',
  heard: '听到什么？',
  heardLevels: { S0: '没什么要紧', S1: '让人担心', S2: '今天要管', S3: '马上要管' },
  heardDone: '记下了',
  heardRaised: '已经排进“请您看一看”，点这里打开',

  recordsTitle: '留底和改进',
  recordsShow: { heads: '凭证', corrections: '改进' },
  headsHeading: '抄一份，放在别处',
  headsHint: '每一件的记录有一串字。以后对一对，就知道有没有被人动过。',
  headsNone: '还没有要留底的',
  head: (steps: number, when: string) => `${steps} 步，${when}`,
  correctionsHeading: '哪些提醒得对，哪些不对',
  correctionsHint: '没有名字、电话、学校。交给改提醒办法的人。',
  correctionsNone: '还没有人说过对不对',
  correctionsNoneHint: '办完一件时说的，和“记下漏掉的”，都会在这里。',
  shouldBe: (level: string) => `该是：${level}`,
  noText: '原话没有留',
  copyShown: (count: number) => `复制这 ${count} 条`,
  copyFailed: '没复制成，请再点一下',

  missedTitle: '漏掉的',
  missedHeading: '哪句话没提醒到？',
  missedPrivacy: '别写名字、电话、地址。',
  missedText: '大概是怎么说的',
  missedSave: '记下来',
  missedDone: '记下了，谢谢您',
};

export const levelNames: Record<AlertLevel, string> = {
  S3: '马上看',
  S2: '今天看',
  S1: '这两天看',
};
export const judgedLevelNames = { S0: '不用提醒', ...levelNames };

export const sourceNames: Record<AlertSource, string> = {
  message: '和学校说的话',
  note: '心情、留的话',
  weekly: '每周一问',
  announcement: '通知',
  screening: '小问卷',
  booking: '约老师时说的',
  guide: '短文',
  person: '有人记下的',
};

export const reasonNames: Record<AlertReason, string> = {
  words: '话里有要紧的词',
  prepared: '点了“让孩子受委屈”的话',
  urgent: '说了是急事',
  contentCheck: '微信核对时拦下的',
  safetyAnswer: '回答了要紧的一题',
  reported: '有人说这句话有问题',
  heard: '有人听了录音',
};

export const deedNames: Record<AlertDeed, string> = {
  called: '打过电话',
  spoke: '和孩子谈过',
  visited: '去看过',
  toldSchool: '告诉学校',
  toldFamily: '告诉家里',
  note: '记一笔',
};

const stepNames: Record<AlertStep, string> = {
  raised: '排进来',
  raisedAgain: '又提到了',
  escalated: '没人接，往上报',
  accepted: '接了',
  ...deedNames,
  reported: '报给了',
  notReported: '判断不用报',
  handedOver: '交给',
  holderGone: '跟的人不在岗了，重新等人接',
  followUp: '定了再看的日子',
  resolved: '办完了',
  confirmed: '第二个人看过，可以',
  notConfirmed: '第二个人看过，退回',
  exported: '给出去一份',
  holdLifted: '不用再留着',
};

export const outcomeNames: Record<AlertOutcome, string> = {
  safeNow: '孩子现在安全',
  supported: '有人陪着、帮着',
  referred: '转给别处了',
  authorities: '有关部门在管',
  emergency: '送医、报警了',
  noConcern: '弄清了，没有事',
};

export const authorityNames: Record<Authority, string> = {
  police: '公安',
  civilAffairs: '民政',
  education: '教育局',
};

export const judgementNames: Record<Judgement, string> = {
  right: '该看',
  wrong: '不用看',
  unclear: '说不清',
};

/** What people said of a notice, or that there was none. */
export const correctionNames: Record<Judgement | 'missed', string> = {
  right: '提醒得对',
  wrong: '不用提醒',
  unclear: '说不清',
  missed: '没提醒到',
};

const raisedNames: Record<RaisedTo, string> = {
  week: '这两天看',
  duty: '值班的人',
  standIn: '替补的人',
  next: '下一位',
  admin: '管理员',
};

/** What a rule is about (`concept/rule`), for whoever judges the notice. */
const conceptNames: Readonly<Record<string, string>> = {
  suicide: '不想活',
  'self-harm': '伤自己',
  violence: '打骂',
  sexual: '身体被侵犯',
  bullying: '被欺负',
  neglect: '没人管',
  emergency: '受伤、中毒',
  missing: '找不到人',
  online: '网上的人',
  caregiver: '大人撑不住',
  distress: '心里难受',
  model: '整句话听着急',
};

export const ruleNames = (rules: readonly string[]): string =>
  [...new Set(rules.map((rule) => conceptNames[rule.split('/')[0] ?? ''] ?? '别的'))].join('、');

/** `辅导老师李老师`, `管理员何老师`: a name that says the post already stands alone. */
export const workerName = ({ name, role }: Worker): string =>
  name.includes(roleNames[role]) ? name : `${name}（${roleNames[role]}）`;

const spanText = (ms: number): string => {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 90) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
};

/** The clock while nobody has taken it: `还有 12 分钟`, `过了 3 小时`. */
export const clockText = (by: number, now: number): string =>
  by >= now ? `还有 ${spanText(by - now)}` : `过了 ${spanText(now - by)}`;

/** Who has it, or how long it may still wait. */
export function standingText(row: AlertRow, now: number): string {
  const { state, acceptedBy, acceptBy, raisedTo } = row;
  if (state === 'closed') return '办完了';
  const who = acceptedBy ? (acceptedBy.mine ? '您' : acceptedBy.name) : '';
  if (state === 'secondLook') {
    const left = row.confirmBy === undefined ? '' : `，${clockText(row.confirmBy, now)}`;
    return `${who}办完了，等第二个人看${left}`;
  }
  if (state === 'accepted') return `${who}在跟`;
  const to = raisedTo === 'week' ? '' : `，告诉了${raisedNames[raisedTo]}`;
  return `还没人接，${clockText(acceptBy, now)}${to}`;
}

/** One line of the history. */
export function stepText(step: AlertStepView, now: number): string {
  const { to, authority, outcome, followUpAt, raisedTo, receipt, toldAt } = step;
  const parts = [
    `${stepNames[step.step]}${to ? workerName(to) : ''}${authority ? authorityNames[authority] : ''}`,
    raisedTo && step.step === 'escalated' ? raisedNames[raisedTo] : '',
    toldAt === undefined ? '' : whenText(toldAt, now),
    receipt ? `编号 ${receipt}` : '',
    outcome ? outcomeNames[outcome] : '',
    followUpAt === undefined ? '' : whenText(followUpAt, now),
    step.release ? safety.release : '',
    step.text ?? '',
  ];
  return parts.filter(Boolean).join('，');
}
