import type { Voice } from '@contract/shapes';
import { sendVoice } from '@/cloud/send-voice';
import { useBookingDraft } from '@/session/booking-draft';

/**
 * Sends the draft's recording, once; undefined when there is none, it did not get through, or the
 * draft is about something else by now.
 */
export async function sendDraftVoice(): Promise<Voice | undefined> {
  const { draft, change } = useBookingDraft.getState();
  const { childId, recording, fileId: sent } = draft;
  if (!recording || !childId) return undefined;
  const { seconds } = recording;
  // What is there already changes nothing: the request stays the same one.
  if (sent) return { fileId: sent, seconds };
  const fileId = await sendVoice(childId, recording);
  const { draft: now } = useBookingDraft.getState();
  if (!fileId || now.childId !== childId || now.recording?.path !== recording.path) {
    return undefined;
  }
  change({ fileId });
  return { fileId, seconds };
}
