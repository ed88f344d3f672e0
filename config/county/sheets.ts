import type {
  AccessWay,
  Gender,
  ServiceKind,
  StaffRole,
  Worry,
} from '../../cloudfunctions/contract/enums';
import type { Travel } from '../../cloudfunctions/contract/shapes';
import * as cell from './cells';
import type { Columns } from './sheet';

/** The spreadsheets of a county: which columns, and the words that stand in them. */

const kinds: Record<ServiceKind, string> = {
  screening: '筛查',
  counselling: '谈心',
  treatment: '治疗',
  outreach: '走进村里',
};
const ways: Record<AccessWay, string> = {
  book: '预约',
  walkIn: '直接去',
  call: '打电话',
  referral: '别人介绍',
};
const worries: Record<Worry, string> = {
  unhappy: '不开心',
  sleep: '睡不好',
  eating: '吃不下',
  school: '上学的事',
  anger: '发脾气',
  bullied: '受欺负',
  silent: '不说话',
  unsure: '说不清',
};
const genders: Record<Gender, string> = { woman: '女', man: '男' };
const roles: Record<StaffRole, string> = {
  teacher: '老师',
  counsellor: '辅导老师',
  director: '儿童主任',
  admin: '管理员',
};

export interface ServiceRow {
  id: string;
  name: string;
  township: string;
  kinds: ServiceKind[];
  ways: AccessWay[];
  phone: string | undefined;
  hours: string;
  cost: string;
  address: string;
  latitude: number;
  longitude: number;
  whatHappens: string;
  bring: string;
  directions: string;
  languages: string[];
  referredBy: string | undefined;
  travel: Record<string, Travel>;
  verifiedAt: number;
}
export const serviceColumns: Columns<ServiceRow> = {
  id: cell.id('编号'),
  name: cell.text('名称', 30),
  township: cell.text('乡镇'),
  kinds: cell.someOf('做什么', kinds),
  ways: cell.someOf('怎么找', ways),
  phone: cell.optionalPhone('电话'),
  hours: cell.text('时间', 60),
  cost: cell.text('收费', 40),
  address: cell.text('地址', 60),
  latitude: cell.number('纬度', 18, 54),
  longitude: cell.number('经度', 73, 136),
  whatHappens: cell.text('去了会怎样', 120),
  bring: cell.text('带什么', 60),
  directions: cell.text('怎么走', 120),
  languages: cell.list('说什么话'),
  referredBy: cell.optional('谁介绍', 40),
  travel: cell.travel('路程'),
  verifiedAt: cell.day('核实日期'),
};

export interface HotlineRow {
  id: string;
  number: string;
  name: string;
  purpose: string;
  hours: string;
  urgent: boolean;
  order: number;
  verifiedAt: number;
}
export const hotlineColumns: Columns<HotlineRow> = {
  id: cell.id('编号'),
  number: cell.phone('电话'),
  name: cell.text('名称', 30),
  purpose: cell.text('什么时候打', 40),
  hours: cell.text('时间', 40),
  urgent: cell.yesNo('紧急'),
  order: cell.number('顺序', 1, 99),
  verifiedAt: cell.day('核实日期'),
};

export interface SchoolRow {
  id: string;
  name: string;
  township: string;
  phone: string | undefined;
}
export const schoolColumns: Columns<SchoolRow> = {
  id: cell.id('编号'),
  name: cell.text('名称', 30),
  township: cell.text('乡镇'),
  phone: cell.optionalPhone('电话'),
};

export interface CounsellorRow {
  id: string;
  name: string;
  gender: Gender;
  languages: string[];
  skills: Worry[];
  services: string[];
}
export const counsellorColumns: Columns<CounsellorRow> = {
  id: cell.id('编号'),
  name: cell.text('称呼', 12),
  gender: cell.oneOf('性别', genders),
  languages: cell.list('说什么话'),
  skills: cell.someOf('擅长', worries, 0),
  services: cell.list('在哪里（服务编号）'),
};

/** A post that somebody is to be invited to. The invitation itself is made in the app. */
export interface PostRow {
  role: StaffRole;
  name: string;
  schoolId: string | undefined;
  classes: string[];
  township: string | undefined;
  counsellorId: string | undefined;
}
export const postColumns: Columns<PostRow> = {
  role: cell.oneOf('做什么', roles),
  name: cell.text('称呼', 12),
  schoolId: cell.optionalId('学校编号'),
  classes: cell.list('班级'),
  township: cell.optional('乡镇'),
  counsellorId: cell.optionalId('辅导老师编号'),
};
