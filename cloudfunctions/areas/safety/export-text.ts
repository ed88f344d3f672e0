import type {
  AlertOutcome,
  AlertReason,
  AlertRow,
  AlertSource,
  AlertStep,
  AlertStepView,
  Authority,
} from '@contract/safety';
import type { Relation, StaffRole } from '@contract/enums';
import { dayOf, partsOf } from '@rules/dates';
import type { Evidence } from '../../platform/alert-evidence';

/** Words of an official copy. Facts only: nothing here judges a child or an adult. */
const sources: Record<AlertSource, string> = {
  message: '消息',
  note: '心情或留言',
  weekly: '每周一句',
  announcement: '通知',
  screening: '问卷',
  booking: '预约',
  guide: '指南',
  person: '账号',
};
const reasons: Record<AlertReason, string> = {
  words: '文字内容',
  prepared: '选用的句子',
  urgent: '标明急事',
  contentCheck: '微信内容检查',
  safetyAnswer: '安全问题的回答',
  reported: '有人举报',
  heard: '人工听录音',
};
const steps: Record<AlertStep, string> = {
  raised: '提出',
  raisedAgain: '再次提出',
  escalated: '无人接手，上报',
  accepted: '接手',
  called: '打了电话',
  spoke: '谈过话',
  visited: '上门看过',
  toldSchool: '告诉了学校',
  toldFamily: '告诉了家里',
  note: '记录',
  reported: '报告有关部门',
  notReported: '没有报告',
  handedOver: '转交',
  holderGone: '跟进的人已离岗，重新等人接手',
  followUp: '约定再看',
  resolved: '处理结果',
  confirmed: '第二人同意结束',
  notConfirmed: '第二人没有同意结束',
  exported: '导出',
  holdLifted: '不用再为有关部门留着',
};
const outcomes: Record<AlertOutcome, string> = {
  safeNow: '现在安全',
  supported: '已有人帮助',
  referred: '已转介',
  authorities: '已交有关部门',
  emergency: '已急救或报警',
  noConcern: '没有需要担心的事',
};
const authorities: Record<Authority, string> = {
  police: '公安',
  civilAffairs: '民政',
  education: '教育',
};
const roles: Record<StaffRole, string> = {
  teacher: '教师',
  counsellor: '咨询师',
  director: '儿童主任',
  admin: '管理员',
};
const relations: Record<Relation, string> = {
  paternalGrandmother: '奶奶',
  paternalGrandfather: '爷爷',
  maternalGrandmother: '外婆',
  maternalGrandfather: '外公',
  mother: '妈妈',
  father: '爸爸',
  relative: '亲戚',
  other: '其他照护人',
};

function moment(at: number): string {
  const { hour, minute } = partsOf(at);
  return `${dayOf(at)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const worker = (one: { name: string; role: StaffRole } | undefined) =>
  one && `${roles[one.role]} ${one.name}`;
const line = (name: string, value: string | undefined) =>
  value === undefined || value === '' ? [] : [`${name}：${value}`];

function stepLines(one: AlertStepView): string[] {
  const { n, at, step, by, text, to, outcome, authority, toldAt, receipt, followUpAt, release } =
    one;
  const parts = [
    ...line('转给', worker(to)),
    ...line('部门', authority && authorities[authority]),
    ...line('报告时间', toldAt === undefined ? undefined : moment(toldAt)),
    ...line('回执号', receipt),
    ...line('再看时间', followUpAt === undefined ? undefined : moment(followUpAt)),
    ...line('结果', outcome && outcomes[outcome]),
    ...line('给家里看', release && '可以'),
    ...line('内容', text),
  ];
  const who = worker(by) ?? '系统';
  return [`${n}. ${moment(at)} ${steps[step]}（${who}）`, ...parts.map((part) => `   ${part}`)];
}

/** One alert as plain text, in order, with the head of its chain at the end. */
export function exportText(about: {
  row: AlertRow;
  said: Evidence;
  history: readonly AlertStepView[];
  chainOk: boolean;
  head: string;
  /** The alert that this one follows after it was finished, and the newest that follows this one. */
  linked: { follows?: string | undefined; next?: string | undefined };
  now: number;
}): string {
  const { row, said, history, chainOk, head, linked, now } = about;
  const { relation, role, name } = said.by;
  const speaker =
    relation === undefined
      ? [role && role in roles ? roles[role as StaffRole] : '', name ?? ''].join(' ').trim()
      : relations[relation];
  const recording = said.fileId === undefined ? '' : `录音或图片 ${said.fileId.split('/').at(-1)}`;
  return [
    ...line('编号', row.id),
    ...line('之前的编号', linked.follows),
    ...line('之后的编号', linked.next),
    ...line('孩子', row.nickname),
    ...line('学校或乡镇', row.placeName),
    ...line('级别', row.level),
    ...line('来自', `${sources[row.source]}，${reasons[row.reason]}`),
    ...line('时间', moment(said.at)),
    ...line('谁说的', speaker),
    ...line('原话', said.text),
    ...line('安全问题的回答', said.safety),
    ...line('附件', recording),
    '',
    '经过',
    ...history.flatMap(stepLines),
    '',
    ...line('导出时间', moment(now)),
    ...line('记录核对', chainOk ? '前后一致' : '不一致，请核查'),
    ...line('校验值', head),
  ].join('\n');
}
