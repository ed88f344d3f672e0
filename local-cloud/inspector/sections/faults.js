// What goes wrong on order.
import { get, post } from '../api.js';
import { fill, h, row, table } from '../dom.js';
import { number } from '../format.js';

export const title = '故障';

const NAMES = {
  slow: ['网络很慢', '每次调用先等 3 秒，直到关掉'],
  loseAnswer: ['丢掉下一次调用的回答', '函数做完了，手机收不到'],
  failCall: ['下一次调用出错', '函数没有运行，回答 SYSTEM_ERROR'],
  killInstance: ['实例在下一次往返时死掉', '函数的进程突然没了，如同机器坏了'],
  fullDisk: ['磁盘满了', '什么也写不进去，直到关掉'],
};

const COLUMNS = [
  ['在', ''],
  ['名字', ''],
  ['作用', ''],
  ['碰到', 'number'],
  ['发生', 'number'],
];

export function open(root) {
  let known = '';
  const report = h('div', { role: 'status' });

  async function refresh() {
    const answer = await get('faults');
    const text = JSON.stringify(answer);
    if (text === known) return;
    known = text;
    const { switches, others } = answer;
    fill(
      root,
      h('h2', {}, title, h('small', {}, '让网络、函数和磁盘出错，看页面怎么说')),
      h('div.switches', {}, switches.map(drawSwitch)),
      h(
        'div.tools',
        {},
        h('button', { type: 'button', onclick: () => act('faults/clear') }, '全部恢复正常'),
      ),
      report,
      others.length > 0 && [
        h('h3', {}, '别处安排的'),
        table(
          COLUMNS,
          others.map(({ on, name, effect, seen, struck }) =>
            row(COLUMNS, [on, name ?? '任何', h('code', {}, JSON.stringify(effect)), seen, struck]),
          ),
        ),
      ],
    );
  }

  function drawSwitch({ name, on, struck, lasting }) {
    const [label, hint] = NAMES[name] ?? [name, ''];
    const used = !on && !lasting && struck > 0;
    return h(
      'label.switch',
      {},
      h('input', {
        type: 'checkbox',
        role: 'switch',
        id: `fault-${name}`,
        checked: on,
        onchange: (event) => act('faults', { name, on: event.target.checked }),
      }),
      h('span', {}, h('b', {}, label), h('small', {}, hint)),
      h('em', {}, used ? '已经发生，自己关了' : `发生 ${number(struck)} 次`),
    );
  }

  async function act(path, body) {
    try {
      await post(path, body);
      fill(report);
    } catch (error) {
      fill(report, h('p.bad', {}, `没有做成：${error.message || '本地云没有回应'}`));
    }
    known = '';
    await refresh().catch(() => undefined);
  }
  return { refresh };
}
