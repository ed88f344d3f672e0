import type { Channel } from '@contract/arriving';
import type { AccessWay } from '@contract/enums';

/**
 * Words on what a county prints and shows. Numbers come from the county's folder. They promise what
 * a code really gives: a list of places and numbers, to be read without an account.
 */
export const papers = {
  product: '心桥',
  question: '孩子有心事，可以找谁？',
  gives: '扫了能看到：附近哪里能帮、怎么去、打哪个电话。',
  free: '看这些不要钱，不用登记。',
  steps: ['打开微信', '点右上角“＋”', '点“扫一扫”'],
  danger: '有危险，马上打',
  talk: '想找人说说',
  others: '还可以问',
  help: '不会用手机，就请儿童主任或老师帮您看。',

  /** The sheet at the village committee, of which the loudspeaker speaks. */
  heard: '喇叭里说的心桥，扫这里',

  services: (place: string) => `${place}，能去哪里、找谁`,
  more: (count: number) => `还有 ${count} 处，扫码看。`,
  ways: {
    book: '扫码预约',
    walkIn: '直接去',
    call: '打电话',
    referral: '要人介绍',
  } satisfies Record<AccessWay, string>,
  how: '怎么找',
  open: '时间',
  cost: '收费',
  way: '路程',
  askFirst: '去之前先打电话问一问，时间会变。',

  /** `2026-11-12` */
  checked(day: string): string {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return `电话 ${year} 年 ${month} 月 ${date} 日核对过`;
  },
  sample: '样张：这个码扫不开，不要张贴',
  sampleSlip: '样张：这个码扫不开',
  fictional: '虚构的县，只作样子',

  /** At most twenty characters on a screen that is seen for seconds. */
  television: { question: ['孩子有心事，', '找谁？'], scan: '微信扫一扫', talk: '心理援助' },
  meeting: {
    question: ['请拿出手机，', '扫一扫'],
    gives: '附近谁能帮，打哪个电话',
    talk: '心理援助',
  },
  group: { question: ['孩子有心事，', '看看附近谁能帮'], open: '微信扫一扫' },

  /** What the files are called: those who get them read Chinese. */
  files: {
    poster: '海报.pdf',
    leaflet: '传单.pdf',
    television: '电视.png',
    loudspeaker: '喇叭.pdf',
    meeting: '家长会.png',
    group: '群里.png',
  } satisfies Record<Channel, string>,
  speech: '喇叭念什么.txt',
  groupText: '群里写什么.txt',
  wholeCounty: (county: string) => `${county}（全县）`,
} as const;
