import { partsOf } from '@rules/dates';

/** Words of the first screen. */
export const home = {
  greeting(name: string | undefined, now: number): string {
    const { hour } = partsOf(now);
    const time = hour < 11 ? '早' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好';
    return name ? `${name}，${time}` : `您好`;
  },
  welcome: '有心事，找人帮',
  welcomeHint: '看什么都不用登记。',
  book: '约老师聊聊',
  bookHint: '孩子有心事，找人帮',
  bookFor: (nickname: string) => `给${nickname}约`,
  directory: '附近谁能帮',
  directoryHint: '谈心、看病、上门',
  appointments: '我的预约',
  appointmentsHint: '要去的、以前的',
  phones: '打电话求助',
  phonesHint: '现在就想找人说',
  staffHint: '这里能查到县里的服务和电话。',
};
