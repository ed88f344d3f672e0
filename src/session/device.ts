import Taro from '@tarojs/taro';
import type { Size } from '@contract/enums';

/**
 * What the phone itself does. The preview has its own version (`device.h5.ts`), which says what
 * WeChat would do.
 */

/** A size that is asked for from outside, for looking at a screen; never inside WeChat. */
export function forcedSize(): Size | undefined {
  return undefined;
}

export function onForcedSize(_change: (size: Size) => void): void {
  // Nothing outside changes the letters inside WeChat.
}

/** Where WeChat's capsule lies at the top right, in pt. */
export interface Bar {
  capsuleTop: number;
  capsuleHeight: number;
  capsuleWidth: number;
}

/** Room that WeChat takes at the top of a page with its own navigation. */
export function readBar(): Bar {
  const { windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  return {
    capsuleTop: capsule.top,
    capsuleHeight: capsule.height,
    capsuleWidth: windowWidth - capsule.left,
  };
}

export async function dial(number: string): Promise<void> {
  // Turning the call down in WeChat's own dialog is no failure.
  await Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}

export interface Spot {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
}

/** Answers whether the map opened. */
export async function openMap({ name, address, latitude, longitude }: Spot): Promise<boolean> {
  try {
    await Taro.openLocation({ name, address, latitude, longitude, scale: 15 });
    return true;
  } catch {
    return false;
  }
}

/** Reading aloud is asked for by a tap, so an iPhone's mute switch must not swallow it. */
export function prepareSound(): void {
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined);
}

/** Answers whether a text went out as a file: WeChat asks whom to send it to, oneself included. */
export async function sendFile(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  const files = Taro.getFileSystemManager();
  try {
    files.writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return true;
  } catch {
    return false;
  } finally {
    // What was sent lies in the chat; no second copy stays on the phone.
    files.unlink({ filePath, fail: () => undefined });
  }
}

/** Answers whether a text can be pasted elsewhere now; WeChat says so itself. */
export async function copyText(data: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data });
    return true;
  } catch {
    return false;
  }
}

/** The rights that a person has turned down are given back in WeChat's own page. */
export function openPermissions(): void {
  void Taro.openSetting().catch(() => undefined);
}

/** WeChat's own share sheet opens by itself. */
export function explainSharing(_path: string): void {
  // Nothing to explain.
}

/** Starts the mini program anew, in its newest version if that has arrived. */
export function restart(): void {
  try {
    Taro.getUpdateManager().applyUpdate();
  } catch {
    // No newer version is there yet.
  }
  void Taro.reLaunch({ url: '/pages/home/index' });
}

export interface CalendarEntry {
  title: string;
  location: string;
  /** ms. */
  start: number;
  end: number;
}

/** Answers whether it was written into the phone's calendar. */
export async function addToCalendar(entry: CalendarEntry): Promise<boolean> {
  try {
    await Taro.addPhoneCalendar({
      title: entry.title,
      location: entry.location,
      // WeChat counts in seconds, the end as text (WeChat document addPhoneCalendar).
      startTime: Math.round(entry.start / 1000),
      endTime: String(Math.round(entry.end / 1000)),
      alarm: true,
      alarmOffset: 2 * 60 * 60,
    });
    return true;
  } catch {
    return false;
  }
}
