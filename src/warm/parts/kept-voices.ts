import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { readStored, store } from '@/cloud/storage';

/**
 * Notes that were heard once stay on the phone, so that a child can hear them again without network.
 * A small shelf: the oldest makes room. The preview has its own (`kept-voices.h5.ts`).
 */
const key = 'kept-voices';
const atMost = 20;
const ShelfSchema = v.array(v.object({ id: v.string(), path: v.string() }));

const shelf = () => readStored(key, ShelfSchema) ?? [];

/** Where a note lies on this phone; undefined when it was never heard here. */
export function keptVoice(id: string): Promise<string | undefined> {
  return Promise.resolve(shelf().find((one) => one.id === id)?.path);
}

/** Fetches a recording and keeps it; undefined when there is no room or no network. */
export async function keepVoice(id: string, url: string): Promise<string | undefined> {
  const files = Taro.getFileSystemManager();
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/kept-${id.replace(/\W/g, '')}.mp3`;
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return undefined; // the sentence of an expired link, not a sound
    files.saveFileSync(tempFilePath, path);
  } catch {
    return undefined;
  }
  const all = [...shelf().filter((one) => one.id !== id), { id, path }];
  for (const old of all.slice(0, -atMost))
    files.unlink({ filePath: old.path, fail: () => undefined });
  store(key, all.slice(-atMost));
  return path;
}

/** Takes a note off the shelf. */
export function dropVoice(id: string): void {
  const all = shelf();
  for (const { path } of all.filter((one) => one.id === id))
    Taro.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
  store(
    key,
    all.filter((one) => one.id !== id),
  );
}
