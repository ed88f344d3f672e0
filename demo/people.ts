/**
 * The eight people one can be in the preview. Plain data, so that the switch of the preview can
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
export const directorOpenid = 'demo-director';
export const adminOpenid = 'demo-admin';

export const demonstrationPeople: DemonstrationPerson[] = [
  { openid: grandmaOpenid, label: '奶奶', hint: '在家带小树', size: 'large' },
  { openid: 'demo-father', label: '爸爸', hint: '在外地打工，上夜班', size: 'standard' },
  { openid: 'demo-mother', label: '妈妈', hint: '在外地打工', size: 'standard' },
  { openid: 'demo-teacher', label: '王老师', hint: '小树的班主任', size: 'standard' },
  { openid: 'demo-counsellor', label: '李老师', hint: '学校辅导室的谈心老师', size: 'standard' },
  { openid: directorOpenid, label: '周主任', hint: '村里的儿童主任', size: 'standard' },
  { openid: adminOpenid, label: '何老师', hint: '县里的管理员', size: 'standard' },
  { openid: 'demo-stranger', label: '新来的人', hint: '第一次打开', size: 'standard' },
];
