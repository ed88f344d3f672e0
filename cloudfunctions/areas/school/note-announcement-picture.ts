import { defineAction } from '../../platform/action';
import { announcers } from '../../platform/allow';
import { recordings } from '../../platform/collections';
import { isDuplicate } from '../../platform/errors';
import { voiceFolder } from '../../platform/voice-folder';

/** Before a picture is sent: if no announcement takes it, the job deletes it (drop-recordings.ts). */
export const noteAnnouncementPicture = defineAction('school.noteAnnouncementPicture', {
  allow: announcers,
  mostPerHour: 60,
  async handle({ caller, database, now }, { file }) {
    const { openid } = caller;
    const folder = voiceFolder(openid);
    const path = `voice/${folder}/${file}`;
    try {
      await database.add(recordings, { _id: `${folder}_${file}`, openid, path, at: now });
    } catch (error) {
      // The same tap arrived twice.
      if (!isDuplicate(error)) throw error;
    }
    return { path };
  },
});
