/** What there is of it, in one line. */
export const dotted = (...parts: (string | false | undefined)[]): string =>
  parts.filter(Boolean).join(' · ');

/** Words that every page uses. */
export const common = {
  product: '心桥',
  child: '孩子',
  help: '求助',
  helpLabel: '求助，打电话',
  back: '返回',
  retry: '再试一次',
  signIn: '告诉我们您是谁',
  call: '打电话',
  offline: '现在没有网',
  loading: '正在打开',
  notOpened: '没打开',
  cannotOpen: '现在打不开，有网了再点',
  listen: '念给我听',
  listenShort: '听',
  stopListening: '停',
  next: '下一步',
  more: '再看一些',
  tabs: { home: '首页', guides: '知识', messages: '消息', me: '我的' },
};

export function stepOf(done: number, total: number): string {
  return `第 ${done} 步，共 ${total} 步`;
}

/** For what is shown from the last time. */
export function updatedOn(when: string): string {
  return `这是${when}存下来的。点这里再试`;
}

export function verifiedOn(when: string): string {
  return `${when}核对过`;
}
