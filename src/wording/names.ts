import type {
  AccessWay,
  AppointmentState,
  PlaceKind,
  Relation,
  Role,
  ServiceKind,
  Worry,
} from '@contract/enums';
import type { Travel } from '@contract/shapes';

/** What the values of the contract are called. */
export const roleNames: Record<Role, string> = {
  caregiver: '在家带孩子',
  parent: '在外打工的爸妈',
  teacher: '老师',
  counsellor: '辅导老师',
  director: '儿童主任',
  admin: '管理员',
};

export const relationNames: Record<Relation, string> = {
  paternalGrandmother: '奶奶',
  paternalGrandfather: '爷爷',
  maternalGrandmother: '外婆',
  maternalGrandfather: '外公',
  mother: '妈妈',
  father: '爸爸',
  relative: '亲戚',
  other: '别的人',
};

/** Who somebody of the family is, in the middle of a sentence: "别的人" would be odd there. */
export function kinName(relation: Relation): string {
  return relation === 'other' ? '家里人' : relationNames[relation];
}

export const worryNames: Record<Worry, string> = {
  unhappy: '不开心',
  sleep: '睡不好',
  eating: '不吃饭',
  school: '不想上学',
  anger: '爱发火',
  bullied: '同学欺负',
  silent: '不说话',
  unsure: '说不清',
};

export const placeNames: Record<PlaceKind, string> = {
  school: '学校辅导室',
  clinic: '卫生院、医院',
  phone: '打电话聊',
  wechat: '用微信通话',
  home: '老师到家里来',
};

/** How a visit stands, in a word. */
export const visitStateNames: Record<AppointmentState, string> = {
  awaitingConsent: '等爸爸妈妈同意',
  booked: '约好了',
  arrived: '已经到了',
  done: '聊过了',
  missed: '没去成',
  cancelled: '取消了',
  lapsed: '没等到同意',
};

export const serviceKindNames: Record<ServiceKind, string> = {
  screening: '看看孩子怎么样',
  counselling: '谈心',
  treatment: '看病',
  outreach: '上门帮忙',
};

export const accessNames: Record<AccessWay, string> = {
  book: '在这里约',
  walkIn: '直接去',
  call: '打电话约',
  referral: '要人介绍去',
};

/** How far, as one neighbour tells another. */
export function travelText(travel: Travel | undefined): string | undefined {
  if (!travel) return undefined;
  if (travel.by === 'none') return '不用出门';
  return travel.by === 'walk' ? `走路 ${travel.minutes} 分钟` : `坐车约 ${travel.minutes} 分钟`;
}
