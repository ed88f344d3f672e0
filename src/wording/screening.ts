import type { Advice, Respondent, Scale } from '@contract/screening';
import type { ScreeningRecord } from '@contract/rights';
import { fullDate, shortDate } from './when';

/** Words of the questions about a child, and of those about one's own mood. No label, no number. */
export const screening = {
  title: '小问卷',
  heading: (nickname: string) => `看看${nickname}要不要人帮`,
  placeholder: '演示用，不是正式量表',
  facts: {
    what: '做什么',
    not: '不是什么',
    who: '谁看得到',
    howLong: '记多久',
    child: '孩子知道吗',
  },
  what: (questions: number) => `答 ${questions} 个小问题，五分钟左右。随时能停，七天里接着答。`,
  not: '不是看病，不是考试。没有对错，也不和别的孩子比。',
  who: {
    caregiver: '您看到一句建议。分数，约好的辅导老师看得到；爸妈存孩子的记录时，也看得到。',
    teacher:
      '您看到一句建议，没有分数。分数，孩子约好的辅导老师看得到；爸妈存孩子的记录时，也看得到。',
  } satisfies Record<Respondent, string>,
  whoDanger: '要是孩子有危险，管孩子安全的人也会看。',
  howLong: '每一题怎么答的不留，只留几个合计的数，12 个月后删掉。',
  child: '八岁以上的孩子，先跟他说一声，他愿意再答。',
  begin: '开始',
  goOn: (question: number) => `接着答，第 ${question} 题`,
  afresh: '从头答',
  about: '问卷是谁的',

  notOffered: '这里还没有小问卷',
  notOfferedHint: '正式的问卷放上来才有。不做问卷，一样能约老师。',
  otherAge: '小问卷给 4 到 17 岁的孩子',
  otherAgeHint: '您担心孩子，照样能约老师，也能打电话。',
  consent: {
    caregiver: '要爸爸或妈妈点头',
    teacher: '孩子的爸妈还没有同意',
  } satisfies Record<Respondent, string>,
  consentHint: {
    caregiver: '做小问卷，要爸爸或妈妈同意。约老师、打电话，都不用等。',
    teacher: '要爸爸或妈妈在心桥里点了同意，才能答。担心孩子，先找人帮，不用等。',
  } satisfies Record<Respondent, string>,
  toConsent: '看看再定',
  done: '这一阵答过了',
  doneHint: (day: string) => `${shortDate(day)}以后可以再答。心里不踏实，照样能找老师。`,
  gone: '没有找到这个孩子',
  goneHint: '请返回，从孩子的名字再进来。',

  question: (at: number, total: number) => `第 ${at} 题，共 ${total} 题`,
  /** As the scoring sheet has them: 0, 1, 2. */
  answers: ['从不', '有时', '经常'] as const,
  unknown: '不清楚',
  stop: '下次接着答',
  spoken: (at: number, text: string) => `第 ${at} 题。${text}。从不，有时，还是经常？`,

  safetyAbout: '最后一题，不算分',
  safety: '最近一个月，孩子有没有说过不想活，或者弄伤过自己？',
  safetyHint: '答“有”，管孩子安全的人会看到。急的，先打电话。',
  safetyAnswers: { no: '没有', yes: '有', unsure: '不清楚' },
  now: '是今天，或者现在吗？',
  nowYes: '是，就是今天',
  nowNo: '不是今天',

  helpTitle: '先别一个人扛，打个电话',
  helpHint: '陪着孩子，听他说，先别走开',
  strongTitle: '现在就打电话，守着孩子',
  strongHint: '别让他一个人。把药、农药、刀和绳子都收好',
  helpGoOn: '接着答',
  helpDone: '接着看',
  helpGuide: '听一听：现在怎么做',

  sending: '正在送出去',
  notSent: '还没送出去。答的都在，有网了会再送。',
  retry: '再送一次',
  advice: {
    caregiver: {
      fine: '现在看，不用太担心。多陪他说说话。三个月后可以再看看。如果您心里不踏实，照样可以找老师。',
      talk: '孩子可能心里有事，值得找老师聊聊。这不是说孩子有病。',
      tooFewAnswers: '不清楚的多，这次看不出来。心里不踏实，照样可以找老师。',
    },
    teacher: {
      fine: '现在看，不用太担心。平时多留心，三个月后可以再看看。',
      talk: '建议多关心这个孩子。这不是说孩子有病。可以请家里约老师聊聊。',
      tooFewAnswers: '不清楚的多，这次看不出来。再看一阵，可以重新答。',
    },
  } satisfies Record<Respondent, Record<Advice, string>>,
  adviceTitle: '答完了，谢谢您',
  book: '约老师聊聊',
  guide: '听短文',
  nearby: '看看谁能帮',
  again: '重新答一遍',
  home: '好了',

  mood: {
    title: '您自己',
    heading: '您自己最近怎么样？',
    hint: '两个小问题，给带孩子的人。',
    private: '只在这台手机上算。不送出去，也不留下。',
    about: '最近两个星期',
    items: ['做事提不起劲，或者没兴趣', '心情低落、沮丧，或者绝望'] as const,
    answers: ['完全没有', '有几天', '一半以上的天数', '几乎每天'] as const,
    care: '带孩子很辛苦，您也要有人帮。',
    careHint: '可以打电话说说，不要钱。几点有人接，写在号码旁边。',
    fine: '您也要顾好自己',
    fineHint: '累了、心里烦，也可以找人说说。',
    guide: '听一听：您也要歇一歇',
    source: '这两个问题是公开的（PHQ-2），谁都可以免费用。只是提醒，不是看病。',
    again: '重新答',
  },

  figures: {
    title: '小问卷',
    heading: '小问卷的数',
    notDiagnosis: '这是筛查提示，不是诊断。怀疑有病，请建议家里去医院。',
    none: '没有小问卷',
    noneHint: '家里和老师都没有答过，或者爸妈没有同意、收回了。',
    who: { caregiver: '家里人答的', teacher: '老师答的' } satisfies Record<Respondent, string>,
    scales: { I: '情绪', A: '注意力', E: '行为', T: '合计' } satisfies Record<Scale, string>,
    of: (points: number, cutoff: number) => `${points}（界限 ${cutoff}）`,
    reached: '到了界限',
    below: '没到',
    blanks: (count: number) => `${count} 题没有答，按 0 算`,
    danger: '安全的那一题，答了“有”。管安全的人已经收到。',
    dangerNow: '安全的那一题，答了“就是今天”。管安全的人已经收到。',
    source: '界限从哪里来',
    validated: '给谁验证过',
    form: '问卷',
  },

  form: {
    title: '问卷',
    heading: '县里用的小问卷',
    hint: '正式的中文问卷由您放上来。没有正式的，家里看不到小问卷。',
    current: '现在用的',
    none: '还没有放',
    off: '这是演示用的，家里看不到',
    loadedAt: (moment: number) => `${fullDate(moment)}放上来的`,
    choose: '选问卷文件',
    chooseHint: '先把文件发到自己的微信，再从聊天里选。文件怎么写，请问装系统的人。',
    unreadable: '这个文件读不了。请向给您文件的人再要一份。',
    cancelled: '没有选文件',
    wrong: (where: string) => `文件里“${where}”不对，请改好再选。`,
    check: '看一遍，对了再放',
    items: (count: number) => `${count} 题`,
    cutoffs: '界限',
    load: '放上去',
    loaded: '放好了，家里现在能用',
    notAdmin: '这一页给县里的管理员',
    notAdminHint: '您要是县里的管理员，请在“我的”里换一下身份。',
  },
};

/** In the family's own copy of everything: who answered, the advice, and for guardians the figures. */
export function screeningRecordText({ respondent, advice, figures }: ScreeningRecord): string {
  const { scales, who } = screening.figures;
  const numbers = figures
    ? (['I', 'A', 'E', 'T'] as const).map((scale) => `${scales[scale]} ${figures[scale]}`)
    : [];
  const short = { fine: '不用太担心', talk: '值得找老师聊聊', tooFewAnswers: '' }[advice];
  return [who[respondent], short, numbers.join('、')].filter(Boolean).join('，');
}
