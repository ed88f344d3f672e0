// Functions with their instances, and what each has printed last.
import { get } from '../api.js';
import { empty, fill, h } from '../dom.js';
import { moment, number } from '../format.js';
import { lines } from './call.js';

export const title = '实例';

const STATES = {
  loading: ['在装载', ''],
  idle: ['空闲', 'good'],
  busy: ['在运行', 'warn'],
  ended: ['已结束', ''],
};

export function open(root) {
  let known = '';
  const unfolded = new Set();
  return {
    async refresh() {
      const { functions } = await get('functions');
      const text = JSON.stringify(functions);
      if (text === known) return;
      known = text;
      fill(
        root,
        h('h2', {}, title, h('small', {}, '一个实例是一个进程，一次只做一件事')),
        functions.length === 0
          ? empty('没有函数', '函数的文件夹是空的：先构建函数，再启动。')
          : functions.map((one) => drawFunction(one, unfolded)),
      );
    },
  };
}

function drawFunction({ name, timeout, memorySize, triggers, instances }, unfolded) {
  const limits = `最多 ${timeout} 秒，${memorySize} MB`;
  const timers = triggers.length > 0 ? `，定时器 ${triggers.join('、')}` : '';
  return [
    h('h3', {}, name, h('small', {}, limits + timers)),
    instances.length === 0
      ? empty('还没有实例', '第一次调用时才启动。')
      : instances.map((instance) => drawInstance(instance, unfolded)),
  ];
}

function drawInstance(
  { key, state, startedAt, calls, requestId, problem, lines: printed },
  unfolded,
) {
  const [label, kind] = STATES[state];
  return h(
    'details.document',
    {
      open: unfolded.has(key),
      ontoggle: (event) => (event.target.open ? unfolded.add(key) : unfolded.delete(key)),
    },
    h(
      'summary',
      {},
      h('b', {}, key),
      h(`span.chip${kind && `.${kind}`}`, {}, label),
      h('span', {}, `${number(calls)} 次调用`),
      h('small', {}, `${moment(startedAt)} 启动，打印 ${printed.length} 行`),
    ),
    requestId && h('p', {}, h('a', { href: `#calls/${requestId}` }, '看它正在做的调用')),
    problem && h('pre.error', {}, problem),
    printed.length > 0 ? lines(printed) : h('p.hint', {}, '没有打印过什么。'),
  );
}
