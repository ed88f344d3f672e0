// Which section is open stands in the address after `#`; the open one is asked again and again while it is seen.
import { Unreachable, get } from './api.js';
import { fill, h } from './dom.js';
import { moment, span, weekday } from './format.js';
import * as alarms from './sections/alarms.js';
import * as calls from './sections/calls.js';
import * as clock from './sections/clock.js';
import * as collections from './sections/collections.js';
import * as faults from './sections/faults.js';
import * as functions from './sections/functions.js';
import * as messages from './sections/messages.js';

const EVERY_MS = 2000;
const sections = { calls, collections, messages, alarms, clock, faults, functions };
const nav = document.querySelector('#nav');
const main = document.querySelector('#main');
const trouble = document.querySelector('#trouble');
const cloudTime = document.querySelector('#cloud-time');

/** The open section: `refresh` reads and draws it. */
let open = { refresh: () => Promise.resolve() };
let turn = 0;

function route() {
  const [name, ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent);
  return { name: Object.hasOwn(sections, name) ? name : 'calls', rest };
}

const links = Object.entries(sections).map(([name, { title }]) =>
  h('a', { href: `#${name}`, id: `nav-${name}` }, title, h('span.count', {})),
);
nav.append(...links);

function show() {
  const { name, rest } = route();
  for (const link of links)
    if (link.id === `nav-${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  document.querySelector(`#nav-${name}`).scrollIntoView({ block: 'nearest', inline: 'center' });
  const root = h('section', { id: name }, h('p.loading', {}, '正在读取……'));
  fill(main, root);
  window.scrollTo(0, 0);
  open = sections[name].open(root, rest);
  void refresh();
}

async function refresh() {
  const mine = ++turn;
  try {
    const [summary] = await Promise.all([get('summary'), open.refresh()]);
    head(summary);
    say('');
  } catch (error) {
    if (mine === turn) say(sentenceOf(error));
  }
}

function head({ now, movedBy, alarms: count }) {
  const moved = Math.abs(movedBy) < 2000 ? '' : `${movedBy > 0 ? '快' : '慢'}了 ${span(movedBy)}`;
  fill(
    cloudTime,
    h('span', {}, `云的时间 ${moment(now)} ${weekday(now)}`),
    moved && h('a.moved', { href: '#clock' }, moved),
  );
  const badge = document.querySelector('#nav-alarms .count');
  badge.textContent = count > 0 ? String(count) : '';
}

function sentenceOf(error) {
  if (error instanceof Unreachable)
    return '本地云没有回应，可能已经停了。下面是停之前的样子；每 2 秒再试一次，重新启动以后会自己接上。';
  return error.status === 404
    ? '没有这一条：可能太久以前，已经不留了。'
    : `读取失败：${error.message}`;
}

function say(sentence) {
  trouble.textContent = sentence;
  trouble.hidden = sentence === '';
  document.body.classList.toggle('stale', sentence !== '');
  for (const loading of sentence ? main.querySelectorAll('.loading') : []) loading.remove();
}

window.addEventListener('hashchange', show);
document.addEventListener('visibilitychange', () => document.hidden || void refresh());

async function keepOn() {
  if (!document.hidden) await refresh();
  setTimeout(() => void keepOn(), EVERY_MS);
}
show();
setTimeout(() => void keepOn(), EVERY_MS);
