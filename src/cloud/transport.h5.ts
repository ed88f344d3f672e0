import * as v from 'valibot';
import type { Transport } from './transport';

/**
 * The browser preview: the same requests over the local cloud's bridge, as the demonstration
 * person that the address names. `net=offline|fail|slow` in the address shows a page's other
 * states. Never part of the mini program.
 */
const query = new URLSearchParams(window.location.search);
const person = query.get('as') ?? 'demo-stranger';

const BridgeSchema = v.variant('errMsg', [
  v.object({ errMsg: v.literal('cloud.callFunction:ok'), result: v.unknown() }),
]);
const UploadSchema = v.object({ fileID: v.string() });

const NetSchema = v.picklist(['', 'offline', 'fail', 'slow']);
const MessageSchema = v.object({ net: NetSchema });

const onlineListeners: (() => void)[] = [];
let net = v.parse(v.fallback(NetSchema, ''), query.get('net') ?? '');

// The page around the phone changes the network while a page is open.
window.addEventListener('message', (event) => {
  const message = v.safeParse(MessageSchema, event.data);
  if (event.origin !== window.location.origin || !message.success) return;
  net = message.output.net;
  if (net === '') onlineListeners.forEach((listener) => listener());
});

async function pretend(): Promise<void> {
  if (net === 'offline') throw new Error('request:fail');
  if (net === 'fail') throw new Error('cloud.callFunction:fail -504002');
  if (net === 'slow') await new Promise((resolve) => setTimeout(resolve, 60_000));
}

export const transport: Transport = {
  storagePrefix: `${person}:`,
  start() {
    document.title = '心桥';
  },
  async send(data) {
    await pretend();
    const response = await fetch('/call/app', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': person },
      body: JSON.stringify(data),
    });
    return v.parse(BridgeSchema, await response.json()).result;
  },
  async upload(cloudPath, filePath) {
    await pretend();
    const recording = await (await fetch(filePath)).blob();
    const response = await fetch(`/upload/${cloudPath}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'x-openid': person },
      body: recording,
    });
    return v.parse(UploadSchema, await response.json()).fileID;
  },
  isOnline() {
    return Promise.resolve(navigator.onLine && net !== 'offline');
  },
  onOnline(listener) {
    onlineListeners.push(listener);
    window.addEventListener('online', listener);
  },
};
