import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { dayMs } from '@rules/dates';
import { readStored, savedAnswerPrefix, storedKeys } from '@/cloud/storage';

/** What `recorder` and `choosePicture` keep, and when they did. */
const nameOfOurs = /^(?:voice|picture)-(\d+)\./;

/**
 * Takes recordings and pictures off the device that nothing stored names any more, a day after they
 * were made: the app was closed before they were sent or thrown away. The queue, drafts and takes
 * are all stored, so whatever names a file keeps it.
 */
export function dropLooseFiles(now: number): void {
  const folder = Taro.env.USER_DATA_PATH;
  if (!folder) return; // the preview keeps no files
  try {
    Taro.getFileSystemManager().readdir({
      dirPath: folder,
      success: ({ files }) => dropOld(folder, files, now),
      fail: () => undefined,
    });
  } catch {
    // The app starts without it.
  }
}

function dropOld(folder: string, names: readonly string[], now: number): void {
  const old = names.filter((name) => now - Number(nameOfOurs.exec(name)?.[1]) > dayMs);
  if (old.length === 0) return;
  const stored = storedKeys('').filter((key) => !key.startsWith(savedAnswerPrefix));
  const values = stored.map((key) => readStored(key, v.unknown()));
  // What could not be read may name any of them.
  if (values.length === 0 || values.includes(undefined)) return;
  const named = JSON.stringify(values);
  for (const name of old) {
    if (named.includes(name)) continue;
    const filePath = `${folder}/${name}`;
    Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined });
  }
}
