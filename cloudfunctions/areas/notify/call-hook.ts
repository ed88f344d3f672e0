import { createHmac } from 'node:crypto';
import type { Hook } from '../../platform/push-config';

const patienceMs = 4_000;
/** The same words whatever has happened (domain/rules.md): no name, no place, no level. */
const words = '您有一条新的工作提醒，请打开小程序查看。';

/** What the further channel is sent: that there is something, and when. */
export function hookBody({ kind }: Hook, alert: { id: string; at: number }): string {
  return JSON.stringify(
    kind === 'wecom'
      ? { msgtype: 'text', text: { content: words } }
      : { id: alert.id, at: alert.at, text: words },
  );
}

/** `t=…,v1=…`: HMAC-SHA256 of time and body, so that the receiver knows who asks, and when. */
export const signatureOf = (secret: string, at: number, body: string) =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

/** Tells the operator's further channel; answers whether it has taken it. `id` lets it drop repeats. */
export async function callHook(hook: Hook, alert: { id: string; at: number }): Promise<boolean> {
  const body = hookBody(hook, alert);
  try {
    const answer = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-xinqiao-signature': signatureOf(hook.secret, alert.at, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
