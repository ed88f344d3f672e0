import type { Voice } from '@contract/shapes';
import { ActionError } from './errors';
import { blindIndex } from './field-encryption';

/**
 * The folder of cloud storage that a person's recordings go to. The client cannot be believed when
 * it names a file, so what it hands over must lie in this folder, whose name only we can compute.
 */
export function voiceFolder(openid: string): string {
  return blindIndex('voice-folder', openid);
}

/** `voice/{folder}/{file}` of a file id: by it a file that was sent is told from one that was not. */
export const filePath = (fileId: string) => fileId.slice(fileId.indexOf('/voice/') + 1);

/** @throws ActionError FORBIDDEN when the recording is not in the person's own folder. */
export function checkVoice(openid: string, voice: Voice | undefined): void {
  checkFile(openid, voice?.fileId);
}

/** @throws ActionError FORBIDDEN when a recording or picture is not in the person's own folder. */
export function checkFile(openid: string, fileId: string | undefined): void {
  if (fileId !== undefined && !fileId.includes(`/voice/${voiceFolder(openid)}/`)) {
    throw new ActionError('FORBIDDEN');
  }
}
