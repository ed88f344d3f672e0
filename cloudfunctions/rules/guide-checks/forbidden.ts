/** Why a guide does without a word (reference/domain/guides.md, "Writing rules"). */
export type Reason =
  'jargon' | 'label' | 'blame' | 'promise' | 'order' | 'method' | 'court' | 'letters';

/** The words by reason. Of a pattern with a group only the group is the word. */
export const forbidden: [reason: Reason, words: RegExp][] = [
  [
    'jargon',
    /抑郁|焦虑|双相|躁狂|症状|症|诊断|疾病|障碍|创伤|干预|评估|量表|筛查|转介|共情|认知|依恋|应激|情绪管理|亲子|心理健康|心理问题|心理疏导|负面情绪|沟通技巧|高危|风险|个案/,
  ],
  [
    'label',
    /留守|有病|毛病|问题儿童|问题学生|差生|坏孩子|熊孩子|不正常|神经病|精神病|变态|单亲|不听话|不懂事|不孝|没出息|可怜/,
  ],
  [
    'blame',
    /都怪|怪您没|怪你没|要不是您|要不是你|您要是早|你要是早|早知道|您不该|你不该|您不应该|你不应该|没管好|没教好|害了|失职|不称职|不负责/,
  ],
  ['promise', /保证|绝对|永远|百分之百|治好|包治|一定会好|一定能好|肯定会好|肯定能|完全保密/],
  // Old phones know no look-behind: 舍不得 and its like are told apart by a group.
  ['order', /必须|务必|严禁|禁止|不准|不许|(?:^|[^舍怪恨巴记等])(不得)|勒令/],
  ['method', /跳楼|楼顶|天台|跳河|河边|跳井|上吊|吊死|割腕|服毒|喝农药|吞药|触电|自焚|遗书/],
  ['court', /监护人|委托照护|被委托|当事人|受害人|加害|施暴者|嫌疑人/],
  ['letters', /[A-Za-z]/],
];

/** Teachers act under the law and know its words. */
export const allowedForTeachers: Reason[] = ['court'];

/** Three figures in a row, or three spoken as a number is: a telephone number is a button. */
export const telephoneNumber = /\d[\d\s-]*\d[\d\s-]*\d|[零〇幺一二三四五六七八九]{3,}/;

/** Where a guide speaks of dying. It then gives a telephone line, and says that asking is safe. */
export const speaksOfDying = /想死|不想活|自杀|轻生/;
/** Words that stay in whatever else changes: asking does not plant the idea. */
export const askingIsSafe = /问(他|她|孩子)想不想死，不会让(他|她|孩子)更想死/;
