// The calls of functions, the newest first; one of them with its round trips.
import { get } from '../api.js';
import { empty, fill, h, row, table } from '../dom.js';
import { bytes, duration, moment, number } from '../format.js';
import { openCall } from './call.js';

export const title = '调用';

const COLUMNS = [
  ['时间', ''],
  ['函数', ''],
  ['动作', ''],
  ['谁', ''],
  ['结果', ''],
  ['用时', 'number'],
  ['往返', 'number'],
  ['读 / 给', 'number'],
  ['字节', 'number'],
];

/** How a call or a round trip ended. */
export function result(call) {
  if (call.state === 'running') return h('span.chip', {}, '在运行');
  if (call.state === 'ok') return h('span.chip.good', {}, '好');
  return h('span.chip.bad', {}, call.code ?? '出错');
}

export function open(root, [requestId]) {
  if (requestId) return openCall(root, requestId);
  /** Rows by request, so that only what changed is drawn again. */
  const rows = new Map();
  let since = 0;
  const search = h('input', {
    type: 'search',
    placeholder: '动作、openid、错误码',
    'aria-label': '查找',
  });
  const onlyFailed = h('input', { type: 'checkbox', id: 'only-failed' });
  const list = h('div');
  const body = h('tbody');
  const calls = table(COLUMNS, []);
  calls.classList.add('calls');
  calls.querySelector('tbody').replaceWith(body);
  search.addEventListener('input', filter);
  onlyFailed.addEventListener('change', filter);
  fill(
    root,
    h('h2', {}, title, h('small', {}, '最近 500 次，新的在上面；点开看每一次往返')),
    h('div.tools', {}, search, h('label', { for: 'only-failed' }, onlyFailed, ' 只看出错的')),
    list,
  );

  function filter() {
    const word = search.value.trim().toLowerCase();
    for (const { element, call } of rows.values()) {
      const text = [call.functionName, call.action, call.openid, call.code, call.requestId].join(
        ' ',
      );
      element.hidden =
        (onlyFailed.checked && call.state !== 'failed') || !text.toLowerCase().includes(word);
    }
    const shown = [...rows.values()].some(({ element }) => !element.hidden);
    if (rows.size === 0) fill(list, empty('还没有调用', '在预览的手机里点一下，这里就会出现。'));
    else if (!shown) fill(list, empty('没有符合的调用', '换一个词，或者去掉“只看出错的”。'));
    else if (!calls.isConnected) fill(list, calls);
  }

  function keep(call) {
    const element = draw(call);
    const known = rows.get(call.requestId);
    if (known) known.element.replaceWith(element);
    else body.prepend(element);
    rows.set(call.requestId, { element, call });
  }

  return {
    async refresh() {
      const answer = await get(`calls?since=${since}`);
      if (answer.version < since) {
        // It was started anew.
        rows.clear();
        body.replaceChildren();
        since = 0;
        return this.refresh();
      }
      since = answer.version;
      for (const call of [...answer.calls].sort((a, b) => a.serial - b.serial)) keep(call);
      for (const [id, { element, call }] of rows)
        if (call.serial < answer.oldest) {
          element.remove();
          rows.delete(id);
        }
      filter();
    },
  };
}

function draw(call) {
  const { cost } = call;
  const href = `#calls/${call.requestId}`;
  return row(
    COLUMNS,
    [
      // With its day: the clock may have been moved.
      moment(call.at).slice(5),
      call.functionName,
      h('a', { href }, call.action ?? '（没有动作）'),
      call.openid ?? (call.source === 'wx_trigger' ? '定时器' : '函数'),
      result(call),
      call.state === 'running' ? '' : duration(call.ms),
      number(cost.roundTrips),
      `${number(cost.examined)} / ${number(cost.returned)}`,
      bytes(cost.bytes),
    ],
    { 'data-request': call.requestId },
  );
}
