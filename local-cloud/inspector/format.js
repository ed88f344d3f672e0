const BEIJING = { timeZone: 'Asia/Shanghai', hour12: false };
const part = (options) => new Intl.DateTimeFormat('zh-CN', { ...BEIJING, ...options });
const clockFormat = part({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayFormat = part({ year: 'numeric', month: '2-digit', day: '2-digit' });
const weekdayFormat = part({ weekday: 'short' });

/** Times are Beijing times everywhere: the cloud's timers run by them. */
export const clock = (ms) => clockFormat.format(ms);
export const day = (ms) => dayFormat.format(ms).replaceAll('/', '-');
export const moment = (ms) => `${day(ms)} ${clock(ms)}`;
export const weekday = (ms) => weekdayFormat.format(ms);

export const number = (n) => n.toLocaleString('zh-CN');

export function bytes(n) {
  if (n < 1000) return `${n} B`;
  return n < 1e6 ? `${(n / 1024).toFixed(1)} KB` : `${(n / 2 ** 20).toFixed(1)} MB`;
}

export const duration = (ms) => (ms < 10_000 ? `${number(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** `2 天 3 小时`, the two largest parts. */
export function span(ms) {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const parts = [
    [Math.floor(seconds / 86400), '天'],
    [Math.floor((seconds % 86400) / 3600), '小时'],
    [Math.floor((seconds % 3600) / 60), '分钟'],
    [seconds % 60, '秒'],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  if (first < 0) return '0 秒';
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** An index's fields: `region, start 降序`. */
export const fields = (list) =>
  list.map(([path, direction]) => `${path}${direction === -1 ? ' 降序' : ''}`).join(', ');

/** `database.getDocument` is said so often that its first half goes without saying. */
export const action = (name) => name.replace(/^database\./, '');
