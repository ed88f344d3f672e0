// Queries that no index serves, and queries that read far more than they gave.
import { get, post } from '../api.js';
import { empty, fill, h } from '../dom.js';
import { fields, moment, number } from '../format.js';

export const title = '查询警报';

export function open(root) {
  let known = '';
  async function refresh() {
    const answer = await get('alarms');
    const text = JSON.stringify(answer);
    if (text === known) return;
    known = text;
    const { alarms, strictIndexes } = answer;
    fill(
      root,
      h(
        'h2',
        {},
        title,
        h(
          'small',
          {},
          strictIndexes
            ? '严格模式：没有索引的查询会被拒绝'
            : '严格模式没有打开：读得太多的查询会提醒，不会拒绝',
        ),
      ),
      alarms.length === 0
        ? empty('没有警报', '每一个查询都有索引，也没有读得比给得多很多的。')
        : [
            h('div.tools', {}, h('button', { type: 'button', onclick: clear }, '全部清掉')),
            h('div.alarms', {}, alarms.map(card)),
          ],
    );
  }
  async function clear() {
    await post('alarms/clear');
    await refresh();
  }
  return { refresh };
}

function card({
  kind,
  collection,
  shape,
  by,
  wanted,
  count,
  examined,
  returned,
  lastAt,
  lastCaller,
}) {
  return h(
    'article.alarm',
    {},
    h(
      'header',
      {},
      kind === 'refused'
        ? h('span.chip.bad', {}, '拒绝了')
        : h('span.chip.warn', {}, by === null ? '全表扫描' : '读得太多'),
      h('a', { href: `#collections/${collection}` }, collection),
      h('b', {}, `${number(count)} 次`),
    ),
    h('code.shape', {}, shape),
    h('p', {}, advice(wanted, by, collection)),
    h(
      'p.hint',
      {},
      kind === 'scan' && `最多一次读了 ${number(examined)} 份，给了 ${number(returned)} 份。`,
      `最近：${moment(lastAt)}，${lastCaller}`,
    ),
  );
}

function advice(wanted, by, collection) {
  if (wanted) return ['给 ', h('code', {}, collection), ' 加索引：', h('code', {}, fields(wanted))];
  return ['用了索引 ', h('code', {}, by), '，但它筛得不够：把更多条件放进索引，或者少取一些。'];
}
