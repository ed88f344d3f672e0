import { bus, travelTo, walk } from '../townships';
import { local, mandarin, miao, type ServiceEntry } from './entry';

export const liuxiClinic: ServiceEntry = {
  id: 'service-05-liuxi-clinic',
  township: 'liuxi',
  name: '柳溪镇卫生院谈心门诊',
  kinds: ['screening', 'counselling'],
  ways: ['book', 'walkIn'],
  line: 211,
  hours: '周一到周五 8:30–11:40，周六 8:30–11:00，周二、周四下午 2:30–5:00',
  cost: '不收费',
  address: '健康路 8 号',
  offset: [-0.006, 0.005],
  whatHappens:
    '医生先问孩子睡得好不好、吃得怎么样。会让孩子答几道简单的题，不打分、不排名。医生当面跟您说看到了什么。需要的话，帮您约下一次。',
  bring: '带上孩子的医保卡，没有也能看。',
  directions: '从镇上坐往县城方向的车，卫生院门口下。进门问“谈心门诊”，在一楼右边。',
  languages: [mandarin, local, miao],
  travel: travelTo('liuxi', bus(20)),
};

const qingshiClinic: ServiceEntry = {
  id: 'service-06-qingshi-clinic',
  township: 'qingshi',
  name: '青石镇卫生院儿童体检室',
  kinds: ['screening'],
  ways: ['walkIn', 'call'],
  line: 212,
  hours: '周一到周五 8:00–12:00，14:00–17:00',
  cost: '不收费',
  address: '青石街 55 号',
  offset: [-0.003, -0.004],
  whatHappens:
    '护士给孩子量身高、体重、看眼睛。再问几句心情和睡觉的事。大约半小时。结果当场告诉您。',
  bring: '带上孩子的预防接种本。',
  directions: '在县城青石街，车站出来左转，走到红绿灯就看见。',
  languages: [mandarin, local],
  travel: travelTo('qingshi', walk(18)),
};

const fenglinClinic: ServiceEntry = {
  id: 'service-07-fenglin-clinic',
  township: 'fenglin',
  name: '枫林乡卫生院',
  kinds: ['screening', 'outreach'],
  ways: ['walkIn', 'call'],
  line: 213,
  hours: '每天 8:00–17:30，中午不休息',
  cost: '看病收挂号费 1 元，问问不收费',
  address: '枫林路 31 号',
  offset: [0.002, -0.002],
  whatHappens:
    '医生听您说孩子的情况。能在这里解决的就在这里解决。要去县里看的，帮您打电话约好。每月也会下村看一次。',
  bring: '带上孩子的医保卡。',
  directions: '枫林路最上头那栋白房子，门口有两棵樟树。',
  languages: [mandarin, local],
  travel: travelTo('fenglin', walk(15)),
};

const yunwuClinic: ServiceEntry = {
  id: 'service-08-yunwu-clinic',
  township: 'yunwu',
  name: '云雾乡卫生院',
  kinds: ['screening', 'outreach'],
  ways: ['walkIn', 'call'],
  line: 214,
  hours: '周一到周六 8:30–17:00，夜里有人值班',
  cost: '看病收挂号费 1 元，问问不收费',
  address: '云雾街 2 号',
  offset: [0.001, 0.002],
  whatHappens:
    '医生听您说，也听孩子说。会看看孩子身体有没有不舒服。路远来不了的，打个电话，医生约日子上门看。',
  bring: '带上孩子的医保卡，远路的带点水和吃的。',
  directions: '班车终点站下车，往回走五十步就是。',
  languages: [local, miao],
  travel: travelTo('yunwu', bus(25)),
};

export const clinics = [liuxiClinic, qingshiClinic, fenglinClinic, yunwuClinic];
