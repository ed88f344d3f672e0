/**
 * Makes an element. Texts become text nodes: nothing that comes from the cloud is ever read as HTML.
 * @param {string} tag a tag, with classes after dots
 * @param {Record<string, unknown>} attributes `on…` are listeners, `null`, `false` and `undefined` are left out
 * @param {...unknown} children nodes, texts, lists of them; `null` and `false` are left out
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...nodes(children));
  return element;
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/** Replaces what is in an element. */
export const fill = (element, ...children) => element.replaceChildren(...nodes(children));

/** A table whose rows become cards on a narrow screen. Columns are `[name, 'number' or '']`. */
export function table(columns, rows, caption) {
  return h(
    'table',
    {},
    caption && h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map(([name, kind]) => h('th', { scope: 'col', class: kind || null }, name)),
      ),
    ),
    h('tbody', {}, rows),
  );
}

/** A row of such a table; a cell per column. */
export const row = (columns, cells, attributes = {}) =>
  h(
    'tr',
    attributes,
    cells.map((cell, i) =>
      h('td', { class: columns[i][1] || null, 'data-label': columns[i][0] }, cell),
    ),
  );

/** What stands where there is nothing. */
export const empty = (title, hint) => h('div.empty', {}, h('b', {}, title), h('p', {}, hint));
