import { bus, travelTo, walk } from '../townships';
import { local, mandarin, miao, type ServiceEntry } from './entry';

const liuxiStation: ServiceEntry = {
  id: 'service-12-liuxi-station',
  township: 'liuxi',
  name: '柳溪镇社工站',
  kinds: ['counselling', 'outreach'],
  ways: ['walkIn', 'call'],
  line: 231,
  hours: '周一到周六 9:00–12:00，14:00–17:30',
  cost: '不收费',
  address: '便民中心 1 楼',
  offset: [0.001, -0.003],
  whatHappens:
    '社工倒杯水，听您慢慢说。家里有难处也可以讲，能申请的帮您申请。孩子可以在旁边看书、下棋。说定的事，社工会打电话跟您讲结果。',
  bring: '人来就行。',
  directions: '镇政府旁边的便民中心，进门第三个窗口后面的小屋。',
  languages: [mandarin, local],
  travel: travelTo('liuxi', walk(8)),
};

const shiqiaoStation: ServiceEntry = {
  id: 'service-13-shiqiao-station',
  township: 'shiqiao',
  name: '石桥乡社工站',
  kinds: ['outreach'],
  ways: ['walkIn', 'call'],
  line: 232,
  hours: '周一到周五 9:00–12:00，14:00–17:00',
  cost: '不收费',
  address: '石桥村委会 2 楼',
  offset: [-0.001, 0.002],
  whatHappens:
    '社工听您说孩子和家里的事。帮您问清楚能找谁、怎么去。走不开的，社工和儿童主任一起到家里来。',
  bring: '人来就行。',
  directions: '过了大石桥，看见红旗的那栋楼，从外面的楼梯上 2 楼。',
  languages: [local, miao],
  travel: travelTo('shiqiao', walk(10)),
};

const shiqiaoHome: ServiceEntry = {
  id: 'service-14-shiqiao-children',
  township: 'shiqiao',
  name: '石桥村儿童之家',
  kinds: ['outreach'],
  ways: ['walkIn'],
  line: 233,
  hours: '周一到周五 16:30–18:30，周六、周日 9:00–17:00',
  cost: '不收费',
  address: '石桥村老祠堂',
  offset: [-0.004, 0.001],
  whatHappens:
    '孩子放学可以来写作业、看书、打乒乓球。有姐姐带着做游戏。可以在这里和爸妈打视频电话。天黑前您来接。',
  bring: '带上作业和水杯。',
  directions: '村口大榕树往里走，老祠堂改的那间。',
  languages: [local, miao],
  travel: travelTo('shiqiao', walk(12)),
};

const bailuHome: ServiceEntry = {
  id: 'service-15-bailu-children',
  township: 'bailu',
  name: '白鹿乡儿童之家',
  kinds: ['outreach'],
  ways: ['walkIn', 'call'],
  line: 234,
  hours: '周六、周日 9:00–17:00，放假天天开',
  cost: '不收费，中午吃一顿饭 3 元',
  address: '白鹿大道 15 号',
  offset: [0.002, -0.002],
  whatHappens:
    '有人带孩子画画、唱歌、做手工。小的大的都能来。每月有一次奶奶爷爷的聊天会，喝喝茶，说说带孩子的事。',
  bring: '中午在这里吃的，带 3 元饭钱。',
  directions: '白鹿乡站下车，往集市方向走，蓝色大门就是。',
  languages: [mandarin, local],
  travel: travelTo('bailu', bus(15)),
};

export const community = [liuxiStation, shiqiaoStation, shiqiaoHome, bailuHome];
