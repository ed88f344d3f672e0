/** Screens that open by their address alone, and who sees them; the sign says that all is there. */
export interface ScreenOf {
  as: string;
  route: string;
  sign: string;
}

const of = (as: string, routes: Record<string, string>): ScreenOf[] =>
  Object.entries(routes).map(([route, sign]) => ({ as: `demo-${as}`, route, sign }));

export const screens: ScreenOf[] = [
  ...of('stranger', {
    'pages/home/index': '看什么都不用登记',
    'pages/messages/index': '先加上孩子和学校',
    'pages/me/index': '告诉我们您是谁',
    'family/who/index': '柳溪镇|选乡镇',
    'help/directory/index': '柳溪镇|卫生',
  }),
  ...of('grandma', {
    'pages/home/index': '小树',
    'pages/guides/index': '附近谁能帮',
    'pages/messages/index': '柳溪镇中心小学',
    'pages/me/index': '小树',
    'pages/phones/index': '12356',
    'help/directory/index': '柳溪镇',
    'help/service/index?id=service-01-liuxi-room': '柳溪镇中心小学辅导室',
    'family/add-child/index': '小名',
    'family/phone/index': '老师打哪个电话',
    'family/circle/index': '能做主',
    'family/consent/index': '已同意',
    'family/consent/index?for=booking': '谁看得到',
    'family/away/index': '都在家',
    'family/join/index?code=AAAAAAAAAAAAAAAAAAAAAA': '用不了了',
    'booking/list/index': '预约',
    'booking/detail/index?id=nothing': '预约',
  }),
  ...of('father', { 'pages/home/index': '小树', 'pages/me/index': '小树' }),
  ...of('teacher', { 'pages/home/index': '王老师', 'pages/me/index': '王老师' }),
  ...of('director', {
    'pages/home/index': '周主任',
    'pages/me/index': '周主任',
    'booking/child/index': '给哪个孩子约',
    'family/circle/index': '看哪个孩子',
  }),
  ...of('admin', { 'pages/home/index': '何老师', 'pages/me/index': '何老师' }),
  ...of('counsellor', { 'pages/home/index': '个空', 'pages/me/index': '李老师' }),
];
