// The cloud's time, and the timers that hang on it.
import { get, post } from '../api.js';
import { empty, fill, h, row, table } from '../dom.js';
import { clock, day, duration, moment, span, weekday } from '../format.js';

export const title = '时间';

const HOUR_MS = 3_600_000;
const COLUMNS = [
  ['定时器', ''],
  ['函数', ''],
  ['cron', ''],
  ['下次', ''],
  ['', 'number'],
];

export function open(root) {
  const now = h('p.now');
  const moved = h('p.hint');
  const report = h('div', { role: 'status' });
  const timers = h('div');
  const when = h('input', {
    type: 'datetime-local',
    step: '1',
    required: true,
    'aria-label': '时刻',
  });
  const buttons = h(
    'div.tools',
    {},
    button('前进 1 小时', () => advance(1)),
    button('前进 1 天', () => advance(24)),
    button('回到现在', () => set({ reset: true })),
  );
  const form = h(
    'form.tools',
    {
      onsubmit: (event) => {
        event.preventDefault();
        void set({ set: Date.parse(`${when.value}+08:00`) });
      },
    },
    when,
    h('button', { type: 'submit' }, '设到这个时刻'),
  );
  fill(
    root,
    h('h2', {}, title, h('small', {}, '云和函数的时间，都是北京时间')),
    h(
      'div.panel',
      {},
      now,
      moved,
      buttons,
      form,
      h(
        'p.hint',
        {},
        '“前进”会触发途中到点的定时器，每个都在它自己的时刻；“设到”和“回到现在”不触发。',
      ),
      report,
    ),
    h('h3', {}, '定时器'),
    timers,
  );

  async function refresh() {
    const answer = await get('clock');
    fill(now, h('b', {}, clock(answer.now)), `${day(answer.now)} ${weekday(answer.now)}`);
    const by = answer.now - answer.unmovedNow;
    moved.textContent =
      Math.abs(by) < 1000
        ? '和这台电脑的时间一样。'
        : `比这台电脑${by > 0 ? '快' : '慢'} ${span(by)}。`;
    if (!when.value) when.value = `${day(answer.now)}T${clock(answer.now)}`;
    fill(
      timers,
      answer.timers.length === 0
        ? empty('没有定时器', '函数的 config.json 里写了 triggers，这里就会出现。')
        : timerTable(answer.timers.map((timer) => timerRow(timer, answer.now))),
      !answer.running && h('p.hint', {}, '定时器不会自己触发：启动时关掉了。'),
    );
  }

  const timerRow = ({ name, functionName, cron, next }, at) =>
    row(COLUMNS, [
      h('b', {}, name),
      functionName,
      h('code', {}, cron),
      next === null ? '不再触发' : [moment(next), h('small', {}, ` ${span(next - at)}后`)],
      button('现在运行', () => busy(async () => tell([await run(name)]))),
    ]);

  async function run(name) {
    fill(report, h('p.hint', {}, `正在运行 ${name}……`));
    const ran = await post('timers/run', { name });
    return { name, ...ran };
  }

  /** An hour at a time: one answer stays short, and one can see it move. */
  const advance = (hours) =>
    busy(async () => {
      const fired = [];
      for (let done = 0; done < hours; done++) {
        if (hours > 1) fill(report, h('p.hint', {}, `前进中：${done} / ${hours} 小时`));
        fired.push(...(await post('clock', { advanceMs: HOUR_MS })).fired);
      }
      tell(fired, `前进了 ${span(hours * HOUR_MS)}。`);
    });

  const set = (body) =>
    busy(async () => {
      await post('clock', body);
      when.value = '';
      tell([], '时间改好了。');
    });

  function tell(fired, what = '') {
    const failed = fired.filter(({ ok }) => !ok);
    const count = fired.length === 0 ? '途中没有定时器。' : `定时器运行了 ${fired.length} 次`;
    const how = failed.length === 0 ? '，都好。' : `，${failed.length} 次出错。`;
    const took = fired.length === 1 ? `（${duration(fired[0].ms)}）` : '';
    const told = fired.length === 0 && what === '时间改好了。' ? what : `${what}${count}${took}`;
    fill(
      report,
      h('p', { class: failed.length > 0 ? 'bad' : 'good' }, told, fired.length > 0 && how),
      (failed.length > 0 ? failed : fired.slice(-1))
        .slice(0, 5)
        .map(({ name, requestId }) =>
          h('p', {}, h('a', { href: `#calls/${requestId}` }, `看 ${name} 这一次调用`)),
        ),
    );
  }

  async function busy(work) {
    const all = root.querySelectorAll('button');
    for (const one of all) one.disabled = true;
    try {
      await work();
    } catch (error) {
      fill(report, h('p.bad', {}, `没有做成：${error.message || '本地云没有回应'}`));
    }
    for (const one of all) one.disabled = false;
    await refresh().catch(() => undefined);
  }

  return { refresh };
}

function timerTable(rows) {
  const made = table(COLUMNS, rows);
  made.className = 'timers';
  return made;
}

const button = (text, onclick) => h('button', { type: 'button', onclick }, text);
