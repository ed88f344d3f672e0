import type { Channel } from '@contract/arriving';
import { fewest } from '@contract/figure-names';
import { tensText } from './tens';

/** Words of letting families know: codes, what a loudspeaker says, and who came by which. */
export const reach = {
  title: '让大家找到',
  heading: '让大家找到心桥',
  hint: '每个码记着是哪里、从哪儿来的，不记是谁。',
  where: '给哪里用',
  wholeCounty: '全县',
  oneTownship: '一个乡镇',
  township: '哪个乡镇',
  pickFirst: '先选一个乡镇，码就出来了。',
  how: '用在哪里',
  channels: {
    poster: '海报',
    leaflet: '传单',
    television: '电视台',
    loudspeaker: '村里喇叭',
    meeting: '家长会',
    group: '微信群',
  } satisfies Record<Channel, string>,
  channelHints: {
    poster: '贴在村委会、学校、卫生院门口',
    leaflet: '儿童主任送到家里',
    television: '县电视台，放几秒钟',
    loudspeaker: '早晚各念一遍；码贴在村委会门口',
    meeting: '家长会上放在屏幕上',
    group: '发到家长群、村里的群',
  } satisfies Record<Channel, string>,
  codeLabel: (place: string, channel: string) => `${place}，${channel}用的码`,
  file: (place: string, channel: string) => `心桥-${place}-${channel}.png`,
  cardQuestion: ['孩子有心事，', '看看附近谁能帮'],
  cardScan: '微信扫一扫',
  speechTitle: '喇叭里这样念',
  speechHint: '二十秒，慢慢念。',
  groupTitle: '群里可以这样写',
  copy: '抄下来',
  copied: '抄好了，可以贴到别处。',
  notCopied: '没有抄成。请长按上面的字。',
  share: '发到群里',
  shareTitle: '孩子有心事，看看附近谁能帮',
  shareNote: '发出去的卡片，谁都能点开看，不用登记。',
  arrivals: '看看来了多少人',

  arrivalsTitle: '来了多少人',
  arrivalsHeading: '从哪里来的',
  arrivalsHint: `一个人只记一次，记第一次。过完一个月才写。只写整十数，没写到的，都少于${fewest}位。`,
  month: (month: string) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`,
  people: (count: number) => tensText(count, '位'),
  none: '还没有可以看的数',
  noneHint: `一个月过完了，一种用法来了${fewest}位以上，就写在这里。`,
  toCodes: '去拿码',
  earlier: '前一个月',
  later: '后一个月',
  notAdmin: '这一页给县管理员',
  notAdminHint: '要用的话，请问请您来工作的人。',
};

const digits = '零一二三四五六七八九';

/** A number as one says it: nobody who reads aloud has to think. */
export const spoken = (number: string): string =>
  number
    .replace(/\d/g, (digit) => digits[Number(digit)] ?? '')
    .replace(/[^零一二三四五六七八九]/g, '');

/** What a village loudspeaker says in twenty seconds: at most eighty characters. */
export const speechOf = (place: string, number: string): string =>
  `${place}的乡亲们：孩子不说话、睡不好，别一个人发愁。可以打${spoken(number)}问问。` +
  `村委会门口有“心桥”的码，微信扫一扫，看附近谁能帮。`;

/** What goes along with the card in a group. */
export const groupTextOf = (place: string): string =>
  `${place}的家长：孩子有心事，看看附近谁能帮、打哪个电话。点开就能看，不用登记。`;
