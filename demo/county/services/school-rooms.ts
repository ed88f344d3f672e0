import { bus, travelTo, walk } from '../townships';
import { local, mandarin, miao, type ServiceEntry } from './entry';

const whatHappens =
  '老师先陪孩子坐一会儿，画画、玩沙都行。孩子想说就说，不想说也不勉强。中间会单独和您聊几分钟。最后一起想一两个在家能做的办法。';
const bring = '带孩子来就行，什么都不用准备。';

export const liuxiRoom: ServiceEntry = {
  id: 'service-01-liuxi-room',
  township: 'liuxi',
  name: '柳溪镇中心小学辅导室',
  kinds: ['counselling'],
  ways: ['book', 'walkIn'],
  line: 201,
  hours: '周一到周五 8:40–11:50，周三、周五下午 2 点也有',
  cost: '不收费',
  address: '学校路 1 号，中心小学 2 楼',
  offset: [0.003, 0.002],
  whatHappens,
  bring,
  directions: '从镇口往里走，过了石拱桥就是学校。跟门卫说“去辅导室”，上 2 楼左手第一间。',
  languages: [mandarin, local],
  travel: travelTo('liuxi', walk(10)),
};

export const qingshiRoom: ServiceEntry = {
  id: 'service-02-qingshi-room',
  township: 'qingshi',
  name: '青石镇第一小学辅导室',
  kinds: ['counselling'],
  ways: ['book'],
  line: 202,
  hours: '周一到周四 8:30–11:15',
  cost: '不收费',
  address: '青石街 20 号，第一小学 1 楼',
  offset: [0.004, -0.003],
  whatHappens,
  bring,
  directions: '在青石街农贸市场对面。进校门右转，走到头，门上画着一棵树。',
  languages: [mandarin, miao],
  travel: travelTo('qingshi', walk(15)),
};

export const fenglinRoom: ServiceEntry = {
  id: 'service-03-fenglin-room',
  township: 'fenglin',
  name: '枫林乡中心小学辅导室',
  kinds: ['counselling'],
  ways: ['book', 'walkIn'],
  line: 203,
  hours: '周一、周三 8:50–11:20',
  cost: '不收费',
  address: '枫林路 6 号，中心小学操场边',
  offset: [-0.002, 0.003],
  whatHappens,
  bring,
  directions: '乡政府往上走两百步。进门看见操场，靠大枫树的那间小屋就是。',
  languages: [mandarin, local],
  travel: travelTo('fenglin', walk(12)),
};

export const bailuRoom: ServiceEntry = {
  id: 'service-04-bailu-room',
  township: 'bailu',
  name: '白鹿乡九年制学校辅导室',
  kinds: ['counselling'],
  ways: ['book'],
  line: 204,
  hours: '周二、周四 9:30–12:00',
  cost: '不收费',
  address: '白鹿大道 3 号，教学楼 1 楼',
  offset: [0.001, 0.004],
  whatHappens,
  bring,
  directions: '坐班车到白鹿乡站，下车就看见校门。进教学楼，一楼最里面那间。',
  languages: [mandarin, local],
  travel: travelTo('bailu', bus(20)),
};

export const schoolRooms = [liuxiRoom, qingshiRoom, fenglinRoom, bailuRoom];
