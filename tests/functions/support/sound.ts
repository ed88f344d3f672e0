import { digestOf } from '@rules/spoken-text';
import { libraryTexts } from '../../../cloudfunctions/areas/guides/library';
import type { GuideAudioDocument } from '../../../cloudfunctions/platform/collections';
import { monday } from './clock';
import { county } from './documents';
import type { Person } from './person';

/** What WeChat's recorder would give: MPEG 2 layer III at 32 kbit/s, so many seconds of it. */
export function mp3(seconds: number, fill = 0): Buffer {
  const file = Buffer.alloc(Math.round((seconds * 32_000) / 8), fill);
  file.set([0xff, 0xf3, 0x48, 0xc4]);
  return file;
}

let files = 0;

/** Sends a sound into the person's own folder; answers what the client would hand over. */
export async function sendSound(who: Person, content: Buffer, seconds: number, ending = 'mp3') {
  files += 1;
  const file = `sound-${String(files).padStart(4, '0')}.${ending}`;
  const { path: cloudPath } = await who.call('account.noteRecording', { file });
  const { default: sdk } = await import('wx-server-sdk');
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: content });
  return { fileId: fileID, seconds };
}

/** A whole recording in the county's dialect that nobody has heard over yet; its files are not there. */
export function recordingOf(guideId: string, by: string): GuideAudioDocument {
  const guide = libraryTexts().find(({ id }) => id === guideId);
  if (!guide) throw new Error(`the library has no ${guideId}`);
  const { version, blocks } = guide;
  return {
    ...{ _id: `${guideId}_${version}_${county}_dialect`, guideId, version, language: 'dialect' },
    ...{ county, state: 'draft', by, approvedBy: null, rev: blocks.length, createdAt: monday },
    blocks: blocks.map((text, block) => ({
      ...{ id: `sound-${block}`, block, seconds: 20, bytes: 80_000, digest: digestOf(text) },
      fileId: `cloud://test.local-bucket/guide-audio/${guideId}/${block}.mp3`,
    })),
  };
}
