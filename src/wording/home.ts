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
  phoneIn: '电话代约',
  phoneInHint: '家里打来电话，帮他们约老师',
  waits: (count: number) => `${count} 家在排队`,
  waitsHint: '您帮着排的',
  waitsOffered: (count: number) => `${count} 家有时间了，先留着`,
  waitsOfferedHint: '请问问家里要不要',
  roster: '孩子的名单',
  rosterHint: { teacher: '您学校的孩子', director: '您乡镇的孩子' },
  proxy: '帮没有手机的人家记',
  proxyHint: '没有网也能记',
  staff: '工作人员',
  staffHintAdmin: '谁在做什么，让谁不做了',
  invite: '请人来工作',
  inviteHint: '老师、辅导老师、儿童主任',
  holidays: '放假的日子',
  holidaysHint: '全县这些天都不见面',
  rule: '排队规则',
  ruleHint: '先试算，再改',
  unsent: (count: number) => `${count} 家还没发出去`,
  unsentHint: '记在手机里了，有网就发',
  refused: (count: number) => `${count} 家没记成，请看一看`,
  refusedHint: '改一改，再发一次',
};
