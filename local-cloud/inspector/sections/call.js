// One call: what it cost, its round trips one by one, what it printed.
import { get } from '../api.js';
import { empty, fill, h } from '../dom.js';
import { action, bytes, clock, duration, moment, number } from '../format.js';
import { result } from './calls.js';

export function openCall(root, requestId) {
  let version = -1;
  return {
    async refresh() {
      const call = await get(`call/${requestId}`);
      if (call.version === version) return;
      version = call.version;
      draw(root, call);
    },
  };
}

function draw(root, call) {
  const total = Math.max(call.ms, ...call.trips.map((trip) => trip.after + trip.ms), 1);
  fill(
    root,
    h('p', {}, h('a.back', { href: '#calls' }, '‹ 全部调用')),
    h('h2', {}, call.action ?? call.functionName, ' ', result(call)),
    facts([
      ['时间', moment(call.at)],
      ['函数', [call.functionName, call.instance && ` · ${call.instance}`]],
      ['谁', call.openid ?? (call.source === 'wx_trigger' ? '定时器' : '函数')],
      ['用时', call.state === 'running' ? '在运行' : duration(call.ms)],
      ['往返', number(call.cost.roundTrips)],
      ['读 / 给', `${number(call.cost.examined)} / ${number(call.cost.returned)} 份`],
      ['字节', bytes(call.cost.bytes)],
      ['requestID', h('code', {}, call.requestId)],
    ]),
    call.error && h('pre.error', {}, call.error),
    h('h3', {}, '往返', h('small', {}, '只有字段名和运算符，没有值：? 代替每一个值')),
    call.trips.length === 0
      ? empty('没有往返', '这次调用没有碰数据库，也没有碰别的服务。')
      : h(
          'ol.trips',
          {},
          call.trips.map((trip) => drawTrip(trip, total)),
        ),
    call.tripsLeftOut > 0 && h('p.hint', {}, `还有 ${number(call.tripsLeftOut)} 次往返没有留下。`),
    h('h3', {}, '函数打印的'),
    call.lines.length === 0 ? empty('没有打印', 'console.log 的内容会在这里。') : lines(call.lines),
    call.linesLeftOut > 0 && h('p.hint', {}, `还有 ${number(call.linesLeftOut)} 行没有留下。`),
  );
}

const facts = (pairs) =>
  h(
    'dl.facts',
    {},
    pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );

/** Lines that an instance has printed. */
export const lines = (list) =>
  h(
    'ol.lines',
    {},
    list.map(({ at, stream, line }) =>
      h('li', { class: stream }, h('time', {}, clock(at)), h('code', {}, line)),
    ),
  );

function drawTrip(trip, total) {
  const bar = h('i');
  bar.style.marginLeft = `${(trip.after / total) * 100}%`;
  bar.style.width = `max(3px, ${(trip.ms / total) * 100}%)`;
  return h(
    'li',
    {},
    h(
      'div.trip-head',
      {},
      h('b', {}, action(trip.action)),
      trip.collection && h('a', { href: `#collections/${trip.collection}` }, trip.collection),
      plan(trip.index),
      trip.code && h('span.chip.bad', {}, trip.code),
    ),
    h(
      'div.trip-figures',
      {},
      h('span', {}, duration(trip.ms)),
      trip.collection && h('span', {}, `读 ${number(trip.examined)} 给 ${number(trip.returned)}`),
      h('span', {}, `进 ${bytes(trip.bytesIn)} 出 ${bytes(trip.bytesOut)}`),
    ),
    h('div.bar', { 'aria-hidden': 'true' }, bar),
    trip.shape && h('code.shape', {}, trip.shape),
  );
}

/** Which index served each query of a round trip. */
function plan(index) {
  if (!index) return null;
  return index.map((by) =>
    by === null ? h('span.chip.warn', {}, '全表扫描') : h('span.chip', {}, `索引 ${by}`),
  );
}
