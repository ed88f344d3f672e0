import { local, mandarin, type ServiceEntry } from '../county/services/entry';
import { bus, travelTo, walk } from '../county/townships';
import { villages, type Village } from './villages';

type Pattern = Omit<ServiceEntry, 'id' | 'township' | 'line' | 'offset' | 'travel'>;

const patterns: ((village: string) => Pattern)[] = [
  (village) => ({
    name: `${village}卫生室`,
    kinds: ['screening'],
    ways: ['walkIn', 'call'],
    hours: '周一到周六 8:00–17:30',
    cost: '问问不收费，拿药另算',
    address: `${village}村口`,
    whatHappens: '村医听您说孩子的情况。看看孩子身体哪里不舒服。要去镇上看的，帮您打电话约。',
    bring: '带上孩子的医保卡。',
    directions: `到${village}村口就看见，门上有红十字。`,
    languages: [local],
  }),
  (village) => ({
    name: `${village}儿童之家`,
    kinds: ['outreach'],
    ways: ['walkIn'],
    hours: '周六、周日 9:00–17:00',
    cost: '不收费',
    address: `${village}村委会旁`,
    whatHappens: '孩子来看书、写作业、做游戏。有大人看着。天黑前您来接。',
    bring: '带上水杯。',
    directions: `到${village}村委会，旁边那间就是。`,
    languages: [mandarin, local],
  }),
  (village) => ({
    name: `${village}谈心点`,
    kinds: ['counselling', 'outreach'],
    ways: ['walkIn', 'call'],
    hours: '周三 9:00–12:00',
    cost: '不收费',
    address: `${village}村委会 2 楼`,
    whatHappens: '社工每周来半天。听您说，也陪孩子玩一会儿。说好的事，下周来了接着办。',
    bring: '人来就行。',
    directions: `到${village}村委会，上 2 楼。`,
    languages: [mandarin, local],
  }),
  (village) => ({
    name: `${village}上门看望队`,
    kinds: ['outreach'],
    ways: ['call'],
    hours: '每天 9:00–18:00',
    cost: '不收费',
    address: `${village}村委会`,
    whatHappens: '打个电话，儿童主任到家里来坐坐。有难处一起想办法。',
    bring: '不用准备什么。',
    directions: '不用出门，在家等就行。',
    languages: [local],
  }),
];

function entryOf({ township }: Village, pattern: Pattern, number: number): ServiceEntry {
  return {
    ...pattern,
    id: `service-${String(number).padStart(3, '0')}-village`,
    township,
    line: number,
    // Scattered around the township without two in one place.
    offset: [((number % 23) - 11) / 400, ((number % 19) - 9) / 400],
    travel: travelTo(
      township,
      number % 2 === 0 ? walk(5 + (number % 30)) : bus(10 + (number % 30)),
    ),
  };
}

/** So many village services that the directory holds `total` with the county's own. */
export function villageServices(total: number, there: number): ServiceEntry[] {
  return patterns
    .flatMap((pattern) => villages.map((village) => ({ village, pattern })))
    .slice(0, total - there)
    .map(({ village, pattern }, index) => entryOf(village, pattern(village.name), 400 + index));
}
