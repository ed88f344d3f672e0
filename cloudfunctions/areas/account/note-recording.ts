import { defineAction } from '../../platform/action';
import { whoRecords } from '../../platform/allow';
import { recordings } from '../../platform/collections';
import { isDuplicate } from '../../platform/errors';
import { voiceFolder } from '../../platform/voice-folder';

/** Before a recording is sent: if nothing comes of it, the job deletes it (drop-recordings.ts). */
export const noteRecording = defineAction('account.noteRecording', {
  allow: whoRecords,
  mostPerHour: 60,
  async handle({ caller, database, now }, { childId, file }) {
    const { openid } = caller;
    const folder = voiceFolder(openid);
    const path = `voice/${folder}/${file}`;
    const note = { _id: `${folder}_${file}`, openid, childId, path, at: now };
    try {
      await database.add(recordings, note);
    } catch (error) {
      // The same tap arrived twice.
      if (!isDuplicate(error)) throw error;
    }
    return { path };
  },
});
