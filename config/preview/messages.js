// Subscription messages as WeChat shows them: cards that come down over the phone of whoever they are for.

const EVERY_MS = 3000;
/** The others wait their turn: one leaves something of the page to see. */
const AT_ONCE = 1;
/** So far a finger has to go to sweep a card away. */
const SWEPT_PX = 60;

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/**
 * Shows what lands for the person who holds a phone.
 * @param {HTMLElement} cards where the cards go
 * @param {() => string | null} holder whose phone it is; null while it has no network
 * @param {(page: string) => void} openPage opens a page of the mini program on this phone
 */
export function showMessages(cards, holder, openPage) {
  let shown = '';
  let stopped = false;

  const ask = (openid, path, init = {}) =>
    fetch(`/device/${path}`, { ...init, headers: { ...init.headers, 'x-openid': openid } });

  async function look() {
    const openid = holder();
    if (openid === null || document.hidden) return;
    const response = await ask(openid, 'messages');
    // This local cloud knows no messages.
    if (response.status === 404) stopped = true;
    if (!response.ok) return;
    const { messages } = await response.json();
    // Somebody else may have taken the phone meanwhile.
    if (openid === holder()) draw(openid, messages);
  }

  function draw(openid, messages) {
    const unread = messages.filter(({ read }) => !read).sort((a, b) => b.sentAt - a.sentAt);
    const now = openid + unread.map(({ id }) => id).join();
    if (now === shown) return;
    shown = now;
    cards.replaceChildren(...unread.slice(0, AT_ONCE).map((message) => card(openid, message)));
    if (unread.length > AT_ONCE) cards.append(rest(openid, unread));
  }

  async function read(openid, ids) {
    await ask(openid, 'messages/read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids }),
    });
    await look();
  }

  function card(openid, { id, title, fields, page, sentAt }) {
    const element = document.querySelector('#message').content.firstElementChild.cloneNode(true);
    const close = () => {
      element.remove();
      void read(openid, [id]);
    };
    element.querySelector('time').textContent = time.format(sentAt);
    element.querySelector('h2').textContent = title;
    for (const { label, value } of fields) {
      const row = document.createElement('div');
      for (const [tag, text] of Object.entries({ dt: label, dd: value })) {
        const part = document.createElement(tag);
        part.textContent = text;
        row.append(part);
      }
      element.querySelector('dl').append(row);
    }
    element.querySelector('.close').addEventListener('click', close);
    const enter = element.querySelector('.enter');
    enter.hidden = !page;
    enter.addEventListener('click', () => {
      openPage(page);
      close();
    });
    sweepable(element, close);
    return element;
  }

  function rest(openid, unread) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'rest';
    button.textContent = `共 ${unread.length} 条，全部收起`;
    button.addEventListener('click', () => {
      cards.replaceChildren();
      void read(
        openid,
        unread.map(({ id }) => id),
      );
    });
    return button;
  }

  async function keepOn() {
    // While the cloud is stopped there is nothing to show, and the next round asks again.
    await look().catch(() => undefined);
    if (!stopped && cards.isConnected) setTimeout(() => void keepOn(), EVERY_MS);
  }
  void keepOn();

  return {
    /** Somebody else holds the phone. */
    changed() {
      cards.replaceChildren();
      shown = '';
      void look().catch(() => undefined);
    },
  };
}

/** A card goes where the finger goes, upwards or sideways, and is gone when that was far enough. */
function sweepable(element, close) {
  let from = null;
  element.addEventListener('pointerdown', (event) => {
    if (event.target.closest('button')) return;
    from = { x: event.clientX, y: event.clientY };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (!from) return;
    const x = event.clientX - from.x;
    const y = Math.min(0, event.clientY - from.y);
    element.style.transform = `translate(${x}px, ${y}px)`;
  });
  const release = (event) => {
    if (!from) return;
    const far = Math.max(Math.abs(event.clientX - from.x), from.y - event.clientY);
    from = null;
    if (far > SWEPT_PX) close();
    else element.style.transform = '';
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
}
