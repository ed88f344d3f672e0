import { triage } from '@rules/triage';
import { triageInCloud } from '@rules/triage/cloud';

const sides = { phone: (text: string) => triage(text), cloud: triageInCloud };

/** [what it is about, what a person should see at once, what resembles it and is harmless]. */
const atOnce: [string, string, string][] = [
  ['poison', '我孙子把敌敌畏喝了，快来人', '爷爷今天去田里打农药，晚点来接娃'],
  ['overdose', '她吞了一整瓶安眠药', '感冒了喝了药睡下了，明天请假'],
  ['hanging', '他在屋里上吊了，刚抱下来', '绳子是晒被子用的，帮我系紧一点'],
  ['jumping', '孩子要跳楼，站在天台不下来', '体育课考跳绳，他跳了一百五十个'],
  ['farewell', '他写了遗书，人不见了', '毕业了，谢谢老师三年的照顾'],
  ['strangling', '他爸掐着娃的脖子', '给奶奶织了一条围巾'],
  ['weapon', '我爸拿菜刀追着我们砍', '切菜的刀钝了，要磨一下'],
  ['sexual assault', '舅舅摸我下面', '医生摸了摸他肚子，说是积食'],
  ['missing', '娃昨晚没回来，到处找不到', '手机找不到了，后来在床底下'],
  ['taken', '有个陌生人把我孙子抱走了', '奶奶把他从学校接走了'],
  ['unconscious', '奶奶昏倒了叫不醒', '他早上叫不醒，天天迟到'],
  ['drowning', '弟弟掉河里了，刚捞上来', '学校开防溺水讲座，收到'],
];

/** Seen the same day. */
const today: [string, string, string][] = [
  ['thoughts of death', '她老说不想活了', '作业多得要死，写到十点'],
  ['self-harm', '我发现她用刀片划手', '割猪草把手指割了一下，不要紧'],
  ['being hit', '他爸天天用皮带打他', '他爸天天给他打电话'],
  ['serious bullying', '他们把他堵在厕所里打', '同学打球打赢了，高兴得很'],
  ['online coercion', '有人要我发裸照，不发就发到群里', '请把运动会的照片发到群里'],
  ['plan to run away', '他说要离家出走', '放寒假我要去爸爸那里'],
  ['neglect', '家里没米了，就他们两个小的，几天没吃饭', '家里米还有，不用寄'],
  ['locked up', '后妈把他锁在屋里不给饭吃', '车锁在车棚里，钥匙给老师了'],
  ['secrecy', '叔叔说这是秘密，不许告诉妈妈', '我们给班主任准备了生日惊喜，别告诉她'],
  ['threats', '他威胁说告诉老师就打死我', '老师说再不交作业就打电话给家长'],
  ['caregiver at risk', '我怕我哪天忍不住掐死他，我撑不下去了', '带两个孙子忙是忙，开心'],
  ['voices', '他说耳朵里有人叫他去死', '网课声音听不清，再发一次'],
];

describe.each(Object.entries(sides))('what the %s says of plain words', (_side, triage) => {
  const level = (text: string) => triage(text).level;

  test.each(atOnce)('%s: at once', (_, alarm, harmless) => {
    expect(level(alarm)).toBe('S3');
    expect(level(harmless) < 'S2').toBe(true);
  });

  test.each(today)('%s: the same day, or at once', (_, alarm, harmless) => {
    expect(level(alarm) >= 'S2').toBe(true);
    expect(level(harmless) < 'S2').toBe(true);
  });

  test.each(['没有人跟我玩', '死活不肯去上学'])('a worry is for the weekly look: %s', (text) =>
    expect(level(text)).toBe('S1'),
  );

  test('no sleep for nights is seen by a person, today or this week', () => {
    expect(['S1', 'S2']).toContain(level('娃晚上睡不着，整夜整夜'));
  });

  test('nothing said is nothing found', () => {
    for (const text of ['', '   ', '。。。', '👍', '\u200b']) {
      expect(triage(text)).toStrictEqual({ level: 'S0', negated: false, reasons: [] });
    }
  });

  test.each([
    '我奶奶喝了农药', // a child about a grandmother
    '老伴走了以后我不想活了，活着没意思', // a caregiver about themselves
    '班上一个学生割腕了', // a teacher about a pupil
  ])('whoever is meant: %s', (text) => expect(level(text) >= 'S2').toBe(true));
});

describe('what is denied', () => {
  test('is marked for the reader and lowers nothing', () => {
    const found = triage('他没说要自杀，但是把药都藏起来了');
    expect(found.level).toBe('S3');
    expect(found.negated).toBe(true);
    expect(triage('他说要自杀').negated).toBe(false);
  });
});

describe('喝药 may be medicine or poison', () => {
  test('brings a question, and counts until it is answered', () => {
    expect(triage('孙女喝药了')).toMatchObject({ level: 'S2', ask: 'whichMedicine' });
  });

  test('brings none when the words tell', () => {
    expect(triage('感冒了喝了药').ask).toBeUndefined();
    expect(triage('明天几点开家长会').ask).toBeUndefined();
  });
});

describe('a saying blanks only itself', () => {
  test.each([
    ['累死了今天', '累死了，不想活了'],
    ['笑死我了', '笑死我了，他居然说要跳楼'],
    ['气死我了这孩子', '气死我了，他爸又用皮带抽他'],
  ])('%s | %s', (saying, both) => {
    expect(triage(saying).level < 'S2').toBe(true);
    expect(triage(both).level >= 'S2').toBe(true);
  });
});
