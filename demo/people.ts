/**
 * The people one can be in the preview. Plain data, so that the switch of the preview can
 * show it without the rest of the demonstration.
 */
export interface DemonstrationPerson {
  openid: string;
  /** How the switch names them. */
  label: string;
  /** One line on who that is. */
  hint: string;
  size: 'standard' | 'large';
}

export const grandmaOpenid = 'demo-grandma';
/** A doctor, who signs guides too. */
export const doctorOpenid = 'demo-doctor';
export const directorOpenid = 'demo-director';
/** Of the same school as 王老师: can stand in. */
export const secondTeacherOpenid = 'demo-teacher-two';
export const counsellorOpenid = 'demo-counsellor';
export const adminOpenid = 'demo-admin';

export const demonstrationPeople: DemonstrationPerson[] = [
  { openid: grandmaOpenid, label: '奶奶', hint: '在家带小树', size: 'large' },
  { openid: 'demo-father', label: '爸爸', hint: '在外地打工，上夜班', size: 'standard' },
  { openid: 'demo-mother', label: '妈妈', hint: '在外地打工', size: 'standard' },
  { openid: 'demo-teacher', label: '王老师', hint: '小树的班主任', size: 'standard' },
  {
    openid: secondTeacherOpenid,
    label: '刘老师',
    hint: '同一所学校的老师，能替王老师几天',
    size: 'standard',
  },
  { openid: counsellorOpenid, label: '李老师', hint: '学校辅导室的老师', size: 'standard' },
  { openid: doctorOpenid, label: '杨医生', hint: '镇上诊所的医生，也审短文', size: 'standard' },
  { openid: directorOpenid, label: '周主任', hint: '村里的儿童主任', size: 'standard' },
  { openid: adminOpenid, label: '何老师', hint: '县里的管理员', size: 'standard' },
  { openid: 'demo-stranger', label: '新来的人', hint: '第一次打开', size: 'standard' },
];
