// The page around the phones: who holds which phone, with what kind of network.
// Choices stand in this page's address, so a reload or a sent link shows the same.
import { showMessages } from './messages.js';

const people = /* people */ [];
const phones = document.querySelector('#phones');
const template = document.querySelector('#phone');
const two = document.querySelector('#two');
const chosen = new URLSearchParams(location.search);
const defaults = ['demo-grandma', 'demo-counsellor'];

function addPhone(index) {
  const place = template.content.firstElementChild.cloneNode(true);
  const who = place.querySelector('.who');
  const net = place.querySelector('.net');
  const frame = place.querySelector('iframe');
  for (const person of people)
    who.append(new Option(`${person.label}（${person.openid}）`, person.openid));
  let messages;
  who.value = chosen.get(`phone${index}`) ?? defaults[index];

  function reopen() {
    const person = people.find((candidate) => candidate.openid === who.value);
    place.querySelector('.hint').textContent = person ? person.hint : '';
    const query = new URLSearchParams({ as: who.value });
    if (net.value) query.set('net', net.value);
    frame.src = `/h5/?${query}#/pages/home/index`;
    messages?.changed();
    chosen.set(`phone${index}`, who.value);
    history.replaceState(null, '', `?${chosen}`);
  }
  who.addEventListener('change', reopen);
  place.querySelector('.again').addEventListener('click', reopen);
  // The network changes under the open page, as it does in a village.
  net.addEventListener('change', () =>
    frame.contentWindow.postMessage({ net: net.value }, location.origin),
  );
  // The page opens as in WeChat: in the mini program that is running there.
  const openPage = (page) => (frame.contentWindow.location.hash = `/${page.replace(/^\//, '')}`);
  phones.append(place);
  reopen();
  const holder = () => (net.value === 'offline' ? null : who.value);
  messages = showMessages(place.querySelector('.cards'), holder, openPage);
}

function draw() {
  phones.replaceChildren();
  addPhone(0);
  if (two.checked) addPhone(1);
}
two.addEventListener('change', draw);
draw();
