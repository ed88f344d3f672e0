/** Words of signing in and of writing down a child. */
export const family = {
  whoTitle: '您是谁？',
  whoHeading: '您是孩子的谁？',
  whoHint: '点一个就行，以后能改',
  caregiver: '在家带孩子',
  caregiverHint: '爷爷奶奶、外公外婆、亲戚',
  parent: '在外打工',
  parentHint: '爸爸、妈妈',
  townshipTitle: '孩子住在哪个乡镇？',
  privacy:
    '孩子的事，记小名、哪年哪月生、学校，还有您说的、发的。不要大名，不要身份证，不要孩子的照片。',
  start: '开始用',
  staff: '老师和工作人员请用邀请进来。',
  claim: '我有开通码',

  addTitle: '加一个孩子',
  nickname: '孩子小名叫什么？',
  nicknameShort: '小名',
  birthShort: '生日',
  relationShort: '您是孩子的谁',
  nicknameExample: '比如：小树',
  nicknameBad: '请写一个小名，最多十个字。',
  birth: '哪年哪月生的？',
  relation: '您是孩子的？',
  school: '在哪里上学？',
  pick: '点这里选',
  schoolsFailed: '学校没打开，点这里再试',
  noSchool: '还没上学，或不在这里上',
  otherTownship: '在别的乡镇上学',
  schoolTownship: '学校在哪个乡镇？',
  save: '加上',
  missing: '还差：',

  phoneTitle: '留个电话',
  phoneHeading: '老师打哪个电话找您？',
  phoneHint: '约的老师看得到。排队时，县里的辅导老师都看得到。',
  phoneExample: '手机号',
  phoneBad: '号码不对。手机号是 11 位。',
  phoneSave: '就用这个',
};

export function birthText(year: number, month: number): string {
  return `${year}年${month}月`;
}
