import { noTravel } from '../townships';
import { local, mandarin, miao, type ServiceEntry } from './entry';

/** Help that nobody has to travel to. */
export const phoneTalks: ServiceEntry = {
  id: 'service-16-phone',
  township: 'qingshi',
  name: '云岭县电话谈心',
  kinds: ['counselling'],
  ways: ['book', 'call'],
  line: 241,
  hours: '周一到周五白天，周一、三、五、日晚上 7 点到 8 点半，周六 9:00–10:30',
  cost: '不收费',
  address: '长宁路 6 号，县青少年中心',
  offset: [0.003, 0.006],
  whatHappens:
    '到了时间，老师打电话给您。可以先和您说，再和孩子说。爸妈在外地也能一起听。说完老师会告诉您下一步做什么。',
  bring: '手机充好电，找个安静的地方。',
  directions: '不用出门，在家等电话。',
  languages: [mandarin, local, miao],
  travel: noTravel(),
};

export const homeVisits: ServiceEntry = {
  id: 'service-17-home-visits',
  township: 'liuxi',
  name: '云岭县上门陪伴队',
  kinds: ['counselling', 'outreach'],
  ways: ['book', 'call'],
  line: 242,
  hours: '柳溪镇周一到周六，石桥乡周一、周四，云雾乡周二',
  cost: '不收费',
  address: '便民中心 2 楼',
  offset: [0.001, -0.002],
  whatHappens:
    '老师先打电话，再到家里来。来了坐坐，和您聊聊，和孩子玩一会儿。不查卫生，不翻东西。走之前一起说好下次什么时候来。',
  bring: '不用准备什么，在家等就行。',
  directions: '不用出门。老师找不到路会打您的电话。',
  languages: [mandarin, local, miao],
  travel: noTravel(),
};

const schoolScreening: ServiceEntry = {
  id: 'service-18-school-screening',
  township: 'qingshi',
  name: '云岭县校园心情体检队',
  kinds: ['screening', 'outreach'],
  ways: ['referral', 'call'],
  line: 243,
  hours: '开学后第二个月，到每个学校来一次',
  cost: '不收费',
  address: '长宁路 6 号，县青少年中心',
  offset: [0.003, 0.005],
  whatHappens:
    '先问过家里，您同意了才做。孩子在教室里答几道题，一节课就好。结果只告诉您和谈心老师，不告诉同学。要帮忙的，老师会打电话给您。',
  bring: '不用带东西。',
  directions: '不用出门，体检队到学校来。',
  languages: [mandarin, local],
  referredBy: '班主任帮孩子报名，跟班主任说一声就行',
  travel: noTravel(),
};

export const comingToYou = [phoneTalks, homeVisits, schoolScreening];
