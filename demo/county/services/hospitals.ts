import { bus, travelTo, walk } from '../townships';
import { local, mandarin, miao, type ServiceEntry } from './entry';

export const childHospital: ServiceEntry = {
  id: 'service-09-child-hospital',
  township: 'qingshi',
  name: '云岭县妇幼保健院儿童谈心室',
  kinds: ['screening', 'counselling', 'treatment'],
  ways: ['book', 'walkIn'],
  line: 221,
  hours: '周一、周三、周五 8:30–11:20、14:00–16:50，周六 9:00–11:50',
  cost: '挂号费 5 元',
  address: '长宁路 10 号，门诊楼 3 楼',
  offset: [0.006, 0.004],
  whatHappens:
    '医生先和您聊，再单独和孩子聊。可能让孩子画一张画，或者玩一会儿玩具。聊完一起商量怎么办。要不要再来，由您和医生一起定。',
  bring: '带上孩子的医保卡和 5 元零钱，手机付也行。',
  directions: '县城汽车站坐 2 路车，坐到妇幼保健院。电梯上 3 楼，出来右手边。',
  languages: [mandarin, local],
  travel: travelTo('qingshi', bus(15)),
};

const countyHospital: ServiceEntry = {
  id: 'service-10-county-hospital',
  township: 'qingshi',
  name: '云岭县人民医院心理门诊',
  kinds: ['counselling', 'treatment'],
  ways: ['referral', 'call'],
  line: 222,
  hours: '周二、周四 8:00–11:30，14:00–17:00',
  cost: '挂号费 8 元，医保能报一部分',
  address: '长宁路 88 号，门诊楼 5 楼',
  offset: [0.008, -0.002],
  whatHappens:
    '医生会问得细一些，大约要一个小时。有时要做几项检查，做之前先跟您讲明白。医生会说清楚怎么治、要多久。用不用药，您同意了才开。',
  bring: '带上医保卡和介绍信。以前看过的病历也带上。',
  directions: '县城汽车站坐 1 路车，坐到县医院。从门诊楼大门进，坐电梯到 5 楼。',
  languages: [mandarin, local, miao],
  referredBy: '镇卫生院、妇幼保健院或者学校给您开一张介绍信',
  travel: travelTo('qingshi', bus(20)),
};

const herbalHospital: ServiceEntry = {
  id: 'service-11-herbal-hospital',
  township: 'qingshi',
  name: '云岭县中医院儿童门诊',
  kinds: ['treatment'],
  ways: ['walkIn'],
  line: 223,
  hours: '周一到周日 8:00–11:30，周一到周五 14:00–17:00',
  cost: '挂号费 6 元，推拿一次 20 元',
  address: '南门巷 12 号',
  offset: [-0.005, 0.003],
  whatHappens:
    '看孩子睡不着、不想吃饭、老喊肚子疼。医生摸摸脉，问问平时的习惯。可能做一次推拿，不疼。会教您在家怎么揉。',
  bring: '带上医保卡，给孩子穿宽松的衣服。',
  directions: '县城南门进去第二条巷子，闻到药香就到了。',
  languages: [mandarin, local],
  travel: travelTo('qingshi', walk(20)),
};

export const hospitals = [childHospital, countyHospital, herbalHospital];
