// Subscription messages that have landed on somebody's phone.
import { get } from '../api.js';
import { empty, fill, h } from '../dom.js';
import { moment } from '../format.js';

export const title = '消息';

export function open(root) {
  let known = '';
  return {
    async refresh() {
      const { messages } = await get('messages');
      const text = JSON.stringify(messages);
      if (text === known) return;
      known = text;
      fill(
        root,
        h('h2', {}, title, h('small', {}, '送到手机上的订阅消息，新的在上面')),
        messages.length === 0
          ? empty(
              '还没有消息',
              '函数用 subscribeMessage.send 发出、对方同意过的，会落在这里和手机上。',
            )
          : h('div.messages', {}, messages.map(card)),
      );
    },
  };
}

const card = ({ openid, title: name, fields, page, at }) =>
  h(
    'article.message',
    {},
    h('header', {}, h('b', {}, openid), h('time', {}, moment(at))),
    h('h3', {}, name),
    h(
      'dl',
      {},
      fields.map((field) => h('div', {}, h('dt', {}, field.label), h('dd', {}, field.value))),
    ),
    page && h('code', {}, page),
  );
