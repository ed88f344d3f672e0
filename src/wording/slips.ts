/** Words on the slips that let staff in: each is for one person and is good once. */
export const slips = {
  invites: '请您来工作',
  steps: ['打开微信，点“＋”', '点“扫一扫”，扫这个码', '看清名字，点“接受”'],
  goodUntil: (day: string) => `只能用一次，用到 ${day}。`,
  hand: '当面交给本人，用完撕掉。别拍照，别发到群里。',
  file: '邀请纸条.pdf',
} as const;
