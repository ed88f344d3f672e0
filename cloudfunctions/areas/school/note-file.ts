import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { recordings } from '../../platform/collections';
import { isDuplicate } from '../../platform/errors';
import { voiceFolder } from '../../platform/voice-folder';
import { sitDown } from './seat';

/** Before a file is sent to a thread: if no message takes it, the job deletes it (drop-recordings.ts). */
export const noteFile = defineAction('school.noteFile', {
  allow: signedInPeople,
  mostPerHour: 120,
  async handle(context, { threadId, file }) {
    const { caller, database, now } = context;
    const { place } = await sitDown(context, threadId);
    const folder = voiceFolder(caller.openid);
    const path = `voice/${folder}/${file}`;
    const note = { openid: caller.openid, childId: place.childId, path, at: now };
    try {
      await database.add(recordings, { _id: `${folder}_${file}`, ...note });
    } catch (error) {
      // The same tap arrived twice.
      if (!isDuplicate(error)) throw error;
    }
    return { path };
  },
});
