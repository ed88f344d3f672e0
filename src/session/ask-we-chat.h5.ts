import type { PushAnswer } from '@contract/push';
import { answersIn } from './push-answers';

/** In the preview the simulated phone asks, as WeChat's sheet does, and its local cloud keeps the answer. */
export async function askWeChat(ids: string[]): Promise<Map<string, PushAnswer>> {
  const openid = new URLSearchParams(window.location.search).get('as') ?? 'demo-stranger';
  const accepted = await showSheet();
  try {
    const answers = Object.fromEntries(ids.map((id) => [id, accepted ? 'accept' : 'reject']));
    const response = await fetch('/device/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify({ tmplIds: ids, answers }),
    });
    return answersIn(await response.json(), ids);
  } catch {
    return new Map();
  }
}

/** WeChat's sheet, drawn here since a browser has none. */
function showSheet(): Promise<boolean> {
  return new Promise((resolve) => {
    const sheet = document.createElement('div');
    sheet.id = 'we-chat-asks';
    sheet.setAttribute('role', 'dialog');
    sheet.style.cssText =
      'position:fixed;inset:auto 0 0 0;z-index:9999;padding:24px;background:#fff;' +
      'border-radius:16px 16px 0 0;box-shadow:0 0 0 100vh #0007;font:17px/1.5 sans-serif';
    const words = document.createElement('p');
    words.textContent = '微信：允许“心桥”发送一次消息提醒？';
    sheet.append(words);
    for (const [id, label, answer] of [
      ['we-chat-refuse', '取消', false],
      ['we-chat-allow', '允许', true],
    ] as const) {
      const button = document.createElement('button');
      button.id = id;
      button.textContent = label;
      button.style.cssText = 'min-height:48px;min-width:45%;margin:8px 2%;font:inherit';
      button.addEventListener('click', () => {
        sheet.remove();
        resolve(answer);
      });
      sheet.append(button);
    }
    document.body.append(sheet);
  });
}
