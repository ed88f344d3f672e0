import { seeded } from './fit';
import type { Labelled } from './labelled';

/**
 * Messages put together from parts, so that plain words stay plain whoever says them, and their
 * harmless doubles stay harmless. Marked `template/…`; the rest of the training set is hand-written.
 */
interface Template {
  category: string;
  level: Labelled['level'];
  parts: string[][];
}

const who = [
  '我孙女',
  '我娃',
  '班上一个学生',
  '俺家闺女',
  '老伴',
  '我弟',
  '细伢子',
  '隔壁那个娃',
  '我',
  '女儿',
  '五组的小军',
  '我姐',
];
const tails = ['', '快来人', '怎么办', '我在外地赶不回去', '卫生院有车吗', '老师你快来'];
const openings = ['', '老师', '我跟你说个事', '不好意思打扰了', '他爸让我问一下', '那个'];

const templates: Template[] = [
  {
    category: 'template/act',
    level: 'S3',
    parts: [
      openings,
      who,
      [
        '喝了农药',
        '吃了老鼠药',
        '割腕了',
        '要跳楼',
        '上吊了',
        '吞了一瓶安眠药',
        '喝了百草枯',
        '要跳河',
        '写了遗书',
        '拿刀对着自己',
        '爬到楼顶了不下来',
        '说今晚就去死',
      ],
      tails,
    ],
  },
  {
    category: 'template/emergency',
    level: 'S3',
    parts: [
      openings,
      who,
      [
        '掉河里了',
        '叫不醒',
        '浑身抽口吐白沫',
        '喘不上气脸发紫',
        '被车撞了流好多血',
        '误喝了除草剂',
        '从楼上摔下来了不动了',
        '昨晚没回来到处找不到',
        '被陌生人带走了',
        '被人糟蹋了',
        '被打得吐血',
        '让他爸拿刀追着砍',
      ],
      tails,
    ],
  },
  {
    category: 'template/thought',
    level: 'S2',
    parts: [
      openings,
      who,
      [
        '说不想活了',
        '老说死了算了',
        '说活着没意思',
        '用刀片划手',
        '用头撞墙',
        '天天被打',
        '被他爸用皮带抽',
        '被同学堵在厕所打',
        '被人逼着拍那种照片',
        '说要离家出走',
        '几天没饭吃了',
        '被锁在屋里',
        '被叔叔动手动脚',
      ],
      ['', '怎么办', '我很担心', '求你们帮帮', '最近一直这样', '不敢告诉别人'],
    ],
  },
  {
    category: 'template/farm',
    level: 'S0',
    parts: [
      openings,
      ['爷爷', '我', '他爸', '我们两口子', '三组的人'],
      [
        '在田里打农药',
        '买了两瓶敌敌畏打棉花',
        '今天喷除草剂',
        '把农药锁柜子里了',
        '兑好药水去打虫',
        '放老鼠药药老鼠',
      ],
      ['', '晚点接娃', '忙到天黑', '腰都断了', '中午回不来'],
    ],
  },
  {
    category: 'template/game',
    level: 'S0',
    parts: [
      ['王者', '吃鸡', '我的世界', '狼人杀', '上一把', '这局'],
      [
        '我被杀了五次',
        '又死了',
        '跳下去摔死了',
        '被人一刀砍了',
        '队友坑死我',
        '全队都死了',
        '被毒死了',
      ],
      ['', '气死', '哈哈哈', '不玩了', '明天再战', '笑死'],
    ],
  },
  {
    category: 'template/film',
    level: 'S0',
    parts: [
      ['电视里', '昨晚那集', '小说里', '电影里', '新闻上说', '动画片里'],
      [
        '女主跳楼了',
        '男的喝毒药死了',
        '有个小孩被拐了',
        '坏人拿刀杀人',
        '有人上吊',
        '那个人掉河里了',
      ],
      ['', '看哭了', '好吓人', '娃看得入迷', '编的吧', '太好看了'],
    ],
  },
  {
    category: 'template/lesson',
    level: 'S0',
    parts: [
      ['学校', '村里', '明天', '周五下午', '今天班会'],
      [
        '开防溺水讲座',
        '讲预防自杀',
        '发防性侵手册',
        '搞反家暴宣传',
        '培训怎么发现虐待',
        '演练着火逃生',
        '学急救和昏迷怎么办',
        '讲校园欺凌',
      ],
      ['', '请家长参加', '收到', '孩子听得认真', '资料发群里', '请签字'],
    ],
  },
  {
    category: 'template/animal',
    level: 'S0',
    parts: [
      ['老母鸡', '家里的狗', '猪', '小猫', '羊', '鸭子', '鱼塘的鱼'],
      ['死了', '杀了过年', '不见了', '被车压了', '吃了药死了', '掉水里了', '被咬得都是血'],
      ['', '娃哭了', '可惜了', '爷爷心疼', '明天再买'],
    ],
  },
  {
    category: 'template/medicine',
    level: 'S0',
    parts: [
      openings,
      ['娃', '他', '奶奶', '我'],
      ['感冒了喝了药', '吃了退烧药', '喝止咳糖浆', '每天吃降压药', '把中药喝完了', '贴了膏药'],
      ['睡下了', '好多了', '要请一天假', '麻烦提醒他中午再吃', '医生说没事'],
    ],
  },
];

const perTemplate = 40;

/** The messages made from the templates; the same each time. */
export function templateTexts(): Labelled[] {
  const random = seeded(5);
  return templates.flatMap(({ category, level, parts }) =>
    Array.from({ length: perTemplate }, () => ({
      text: parts
        .map((choices) => choices[Math.floor(random() * choices.length)] ?? '')
        .filter((part) => part !== '')
        .join(random() < 0.5 ? '' : ' '),
      level,
      category,
    })),
  );
}
