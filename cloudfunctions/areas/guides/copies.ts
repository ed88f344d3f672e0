import { guideAudio, recordings } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';

const folder = 'guide-audio/';

/** Where the copy of one block lies: by it the recording is found again that keeps it. */
export const copyPath = (
  audioId: string,
  { block, id, format }: { block: number; id: string; format: string },
): string => `${folder}${audioId}/${block}-${id}.${format}`;

export const isCopy = (path: string) => path.startsWith(folder);

/**
 * Notes a copy before it is stored. A function may die before the recording names it, or after the
 * recording names it no more: the job finds it by this and deletes it (account/drop-recordings.ts).
 */
export async function noteCopy(database: Database, path: string, now: number): Promise<void> {
  const _id = path.replace(/[^\w-]/gu, '_');
  try {
    await database.add(recordings, { _id, openid: '', path, at: now });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await database.update(recordings, _id, { at: now });
  }
}

/** Whether a recording of a guide still has this copy. */
export async function isKept(database: Database, path: string): Promise<boolean> {
  const [audioId = ''] = path.slice(folder.length).split('/');
  const found = await database.get(guideAudio, audioId);
  return found?.blocks.some(({ fileId }) => fileId.endsWith(`/${path}`)) ?? false;
}
