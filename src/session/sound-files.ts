import Taro from '@tarojs/taro';

/**
 * Files of sound on the device. WeChat gives a mini program 200 MB for what it keeps under
 * USER_DATA_PATH; it stays until we delete it or the person deletes the mini program. The address
 * of cloud storage has to be among the account's downloadFile domains. The preview has its own
 * version (`sound-files.h5.ts`).
 */
const pathOf = (id: string) => `${Taro.env.USER_DATA_PATH ?? ''}/sound-${id}.mp3`;

/** Loads a file and keeps it; answers whether all of it came. */
export async function loadFile(id: string, url: string): Promise<boolean> {
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath: pathOf(id) });
    if (statusCode === 200) return true;
    dropFile(id); // what came is the sentence of an expired link, not a sound
    return false;
  } catch {
    return false;
  }
}

/** What a player takes; undefined when it is not on the device (any more). */
export function openFile(id: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().access({
      path: pathOf(id),
      success: () => resolve(pathOf(id)),
      fail: () => resolve(undefined),
    });
  });
}

export function dropFile(id: string): void {
  Taro.getFileSystemManager().unlink({ filePath: pathOf(id), fail: () => undefined });
}

/** Whether what is opened may be loaded ahead: nobody pays for Wi-Fi by the megabyte. */
export async function isOnWifi(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType();
  return networkType === 'wifi';
}
