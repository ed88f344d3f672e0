// The collections, and the documents of one, page by page.
import { get } from '../api.js';
import { empty, fill, h, row, table } from '../dom.js';
import { draw, short } from '../document.js';
import { bytes, fields, number } from '../format.js';

export const title = '数据';

const COLUMNS = [
  ['集合', ''],
  ['文档', 'number'],
  ['索引', ''],
];

export const open = (root, [name]) => (name ? openOne(root, name) : openAll(root));

const indexes = (list) =>
  list.map((index) =>
    h(
      'span.chip',
      { title: index.name },
      fields(index.fields),
      index.unique && h('b', {}, ' 唯一'),
    ),
  );

function openAll(root) {
  let known = '';
  return {
    async refresh() {
      const { collections } = await get('collections');
      const text = JSON.stringify(collections);
      if (text === known) return;
      known = text;
      const rows = collections.map((one) =>
        row(COLUMNS, [
          h('a', { href: `#collections/${one.name}` }, one.name),
          number(one.count),
          one.indexes.length > 0 ? h('div.chips', {}, indexes(one.indexes)) : '只有 _id',
        ]),
      );
      fill(
        root,
        h('h2', {}, title, h('small', {}, `${collections.length} 个集合，只能看`)),
        rows.length > 0
          ? table(COLUMNS, rows)
          : empty('还没有集合', '函数或种子数据建了集合，这里就会出现。'),
      );
    },
  };
}

function openOne(root, name) {
  /** Where each page begins; the last one is shown. */
  let pages = [null];
  let shown = null;
  const search = h('input', {
    type: 'search',
    placeholder: '_id，或它的开头',
    'aria-label': '按 _id 查找',
  });
  const order = h(
    'select',
    { 'aria-label': '顺序' },
    h('option', { value: 'newest' }, '新的在前'),
    h('option', { value: 'id' }, '按 _id'),
  );
  const list = h('div', {}, h('p.loading', {}, '正在读取……'));
  const about = h('div');
  const form = h('form.tools', { onsubmit: (event) => event.preventDefault() }, search, order);
  let typing = 0;
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(fromStart, 250);
  });
  order.addEventListener('change', fromStart);
  fill(
    root,
    h('p', {}, h('a.back', { href: '#collections' }, '‹ 全部集合')),
    h('h2', {}, name),
    about,
    form,
    list,
  );

  function fromStart() {
    pages = [null];
    void load();
  }

  function turnTo(next) {
    pages = next;
    void load();
    root.scrollIntoView();
  }

  async function load() {
    const query = new URLSearchParams({ order: order.value });
    const id = search.value.trim();
    const after = pages.at(-1);
    if (id) query.set('id', id);
    if (after !== null) query.set('after', after);
    const asked = query.toString();
    shown = asked;
    try {
      const page = await get(`documents/${encodeURIComponent(name)}?${asked}`);
      if (shown === asked) drawPage(page, id);
    } catch {
      // The page above says so, and the next round tries again.
      if (shown === asked) shown = null;
    }
  }

  function drawPage({ documents, next }, id) {
    const none = id
      ? empty('没有这个 _id', '要从头写起；不查字段的内容。')
      : empty('没有文档', '这个集合是空的。');
    fill(
      list,
      documents.length === 0 ? none : documents.map((one, i) => drawDocument(one, i === 0)),
      (next || pages.length > 1) &&
        h(
          'div.pager',
          {},
          h(
            'button',
            {
              type: 'button',
              disabled: pages.length < 2,
              onclick: () => turnTo(pages.slice(0, -1)),
            },
            '上一页',
          ),
          h('span', {}, `第 ${pages.length} 页`),
          h(
            'button',
            { type: 'button', disabled: !next, onclick: () => turnTo([...pages, next]) },
            '下一页',
          ),
        ),
    );
  }

  return {
    async refresh() {
      const { collections } = await get('collections');
      const one = collections.find((candidate) => candidate.name === name);
      if (!one) return fill(list, empty('没有这个集合', '名字写错了，或者还没有建。'));
      fill(
        about,
        h(
          'p.hint',
          {},
          `${number(one.count)} 份文档。加密的字段显示为“密文”：后台没有钥匙，不解密。`,
        ),
        h('div.chips', {}, h('span.chip', {}, '_id'), indexes(one.indexes)),
      );
      if (shown === null) await load();
    },
  };
}

function drawDocument(one, unfolded) {
  if (one.beginning !== undefined)
    return h(
      'details.document',
      {},
      h('summary', {}, h('b', {}, '很大的文档'), h('small', {}, `${bytes(one.bytes)}，只显示开头`)),
      h('pre', {}, one.beginning),
    );
  const { _id, ...rest } = one.body;
  const preview = Object.entries(rest)
    .slice(0, 6)
    .map(([key, value]) => `${key}: ${short(value)}`)
    .join('  ');
  return h(
    'details.document',
    { open: unfolded },
    h(
      'summary',
      {},
      h('b', {}, short(_id)),
      h('span.preview', {}, preview),
      h('small', {}, bytes(one.bytes)),
    ),
    h('pre', {}, draw(one.body)),
  );
}
