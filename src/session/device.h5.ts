import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { SizeSchema, type Size } from '@contract/enums';
import type { Bar, CalendarEntry, Spot } from './device';

export type { Bar, CalendarEntry, Spot } from './device';

const wanted = v.safeParse(SizeSchema, new URLSearchParams(window.location.search).get('size'));
let forced = wanted.success ? wanted.output : undefined;

/** The preview's phone: sizes of a 375×812 screen, and words for what WeChat would have done. */
export function forcedSize(): Size | undefined {
  return forced;
}

const SizeMessageSchema = v.object({ size: SizeSchema });

/** The letters of the preview may change under an open page, as its network may. */
export function onForcedSize(change: (size: Size) => void): void {
  window.addEventListener('message', (event) => {
    const message = v.safeParse(SizeMessageSchema, event.data);
    if (event.origin !== window.location.origin || !message.success) return;
    forced = message.output.size;
    change(forced);
  });
}

export function readBar(): Bar {
  return { capsuleTop: 48, capsuleHeight: 32, capsuleWidth: 94 };
}

async function tell(content: string): Promise<void> {
  await Taro.showModal({ title: '预览', content, showCancel: false, confirmText: '知道了' });
}

export async function dial(number: string): Promise<void> {
  await tell(`在手机上会拨打 ${number}`);
}

export async function openMap(spot: Spot): Promise<boolean> {
  await tell(`在微信里会打开地图：${spot.name}，${spot.address}`);
  return true;
}

export function prepareSound(): void {
  // The browser asks for nothing.
}

export function sendFile(name: string, text: string): Promise<boolean> {
  download(name, URL.createObjectURL(new Blob([text], { type: 'application/json' })));
  return Promise.resolve(true);
}

export async function copyText(data: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data });
    return true;
  } catch {
    return false;
  }
}

function download(name: string, href: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = href;
  link.click();
}

export function openPermissions(): void {
  // The browser asks by itself.
}

export function explainSharing(path: string): void {
  void tell(`在微信里会发出一张卡片。预览时，请在另一台手机打开 #${path}`);
}

export function restart(): void {
  window.location.reload();
}

export async function addToCalendar(entry: CalendarEntry): Promise<boolean> {
  await tell(`在微信里会记到手机日历：${entry.title}`);
  return true;
}
