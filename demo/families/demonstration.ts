import { liId, yangId } from '../county/counsellors';
import { demoMobile } from '../county/phones';
import { townships } from '../county/townships';
import { directorOpenid, doctorOpenid, grandmaOpenid, secondTeacherOpenid } from '../people';
import { birthYearOf, type DemoChild, type DemoPerson } from './documents';

const liuxi = townships.liuxi.code;

/** 小树, whom grandmother, father and mother share. */
export const treeId = 'demo-child-xiaoshu';
export const treeSchool = 'school-liuxi-primary';
export const treeClass = '三年级一班';
/** 刘老师's; nobody has said yet who is in it. */
const otherClass = '五年级一班';

export function tree(now: number): DemoChild {
  return {
    id: treeId,
    nickname: '小树',
    birthYear: birthYearOf(now, 9, 3),
    birthMonth: 3,
    schoolId: treeSchool,
    schoolName: '柳溪镇中心小学',
    className: treeClass,
    township: liuxi,
    circle: [
      { openid: grandmaOpenid, relation: 'paternalGrandmother' },
      { openid: 'demo-father', relation: 'father' },
      { openid: 'demo-mother', relation: 'mother' },
    ],
  };
}

/** The demonstration people who have signed in; `demo-stranger` is left out: nobody knows them yet. */
export const knownPeople: DemoPerson[] = [
  {
    openid: grandmaOpenid,
    roles: ['caregiver'],
    size: 'large',
    township: liuxi,
    phone: demoMobile(1),
  },
  ...['demo-father', 'demo-mother'].map((openid, index): DemoPerson => ({
    openid,
    roles: ['parent'],
    size: 'standard',
    township: liuxi,
    phone: demoMobile(2 + index),
  })),
  {
    openid: 'demo-teacher',
    roles: ['teacher'],
    post: {
      schoolId: 'school-liuxi-primary',
      schoolName: '柳溪镇中心小学',
      classes: [treeClass],
    },
    name: '王老师',
    size: 'standard',
    township: liuxi,
    phone: demoMobile(4),
  },
  {
    openid: secondTeacherOpenid,
    roles: ['teacher'],
    post: { schoolId: treeSchool, schoolName: '柳溪镇中心小学', classes: [otherClass] },
    name: '刘老师',
    size: 'standard',
    township: liuxi,
    phone: demoMobile(8),
  },
  {
    openid: 'demo-counsellor',
    roles: ['counsellor'],
    post: { counsellorId: liId },
    name: '李老师',
    size: 'standard',
    township: liuxi,
    phone: demoMobile(5),
  },
  {
    openid: doctorOpenid,
    roles: ['counsellor'],
    post: { counsellorId: yangId },
    name: '杨医生',
    size: 'standard',
    township: liuxi,
    phone: demoMobile(9),
  },
  {
    openid: directorOpenid,
    roles: ['director'],
    post: { township: townships.shiqiao.code },
    name: '周主任',
    size: 'standard',
    township: townships.shiqiao.code,
    phone: demoMobile(6),
  },
  {
    openid: 'demo-admin',
    roles: ['admin'],
    post: {},
    name: '何老师',
    size: 'standard',
    township: townships.qingshi.code,
    phone: demoMobile(7),
  },
];
