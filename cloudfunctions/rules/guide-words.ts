import type {
  Audience,
  BlockKind,
  NextStepKind,
  Picture,
  ReviewerCode,
  SourceUse,
} from '@contract/guides';

/**
 * The words of a guide's text file (areas/guides/library/README.md). They are Chinese, because
 * those who write and review guides read and change these files.
 */
export const audienceWords: Record<Audience, string> = {
  caregiver: '照护人',
  parent: '父母',
  teacher: '老师',
};

export const blockWords: Record<BlockKind, string> = {
  today: '今天',
  see: '看',
  say: '说',
  do: '做',
  help: '找人',
};

export const pictureWords: Record<Picture, string> = {
  together: '陪着',
  listening: '听',
  talking: '说话',
  asking: '问',
  noticing: '留心',
  meal: '吃饭',
  bedtime: '睡前',
  praise: '夸',
  waiting: '等',
  calm: '静下来',
  lock: '锁好',
  wound: '伤口',
  doctor: '医生',
  hospital: '医院',
  school: '学校',
  classroom: '教室',
  police: '警察',
  phone: '电话',
  voice: '语音',
  calendar: '日子',
  suitcase: '行李',
  gift: '东西',
  home: '家',
  rest: '歇',
  friends: '伙伴',
  paper: '纸',
  writing: '写',
  quiet: '安静',
  helping: '帮',
};

export const stepWords: Record<NextStepKind, string> = {
  book: '约时间',
  askSchool: '问学校',
  call: '打电话',
  tellFamily: '告诉家里',
  guide: '再听一篇',
};

export const reviewerWords: Record<ReviewerCode, string> = {
  P: '精神科医生',
  C: '谈心老师',
  S: '社工',
  L: '法律',
  T: '本地老师',
  G: '爷爷奶奶',
};

export const sourceUseWords: Record<SourceUse, string> = {
  facts: '只取事实',
  quote: '原文引用',
};

/** Lines of a guide's head. */
export const headWords = {
  title: '标题',
  audience: '给谁',
  purpose: '目的',
  words: '搜得到的话',
  otherHalf: '另一半',
  crisisRelated: '危急',
  reviewMonths: '几个月复审',
  reviewers: '谁来审',
  version: '版本',
  licence: '许可',
} as const;

/** Headings under the head, in this order; cards may be missing. */
export const partWords = {
  body: '正文',
  question: '问一问',
  steps: '接下来',
  cards: '卡片',
  sources: '来源',
} as const;
