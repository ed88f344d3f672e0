import type { Voice } from '@contract/shapes';
import { sendVoice } from '@/cloud/send-voice';
import { useBookingDraft } from '@/session/booking-draft';

/** Sends the draft's recording, once; undefined when there is none or it did not get through. */
export async function sendDraftVoice(): Promise<Voice | undefined> {
  const { draft, change } = useBookingDraft.getState();
  const { childId, recording, fileId: sent } = draft;
  if (!recording || !childId) return undefined;
  const fileId = sent ?? (await sendVoice(childId, recording));
  if (!fileId) return undefined;
  change({ fileId });
  return { fileId, seconds: recording.seconds };
}
