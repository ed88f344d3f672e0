import type { Voice } from '@contract/shapes';
import { newRequestId } from '@/cloud/request-id';
import { transport } from '@/cloud/transport';
import { useBookingDraft } from '@/session/booking-draft';
import { useSession } from '@/session/session';

/** Sends the draft's recording, once; undefined when there is none or it did not get through. */
export function useVoice(): () => Promise<Voice | undefined> {
  const voiceFolder = useSession((session) => session.person.voiceFolder);
  return async () => {
    const { draft, change } = useBookingDraft.getState();
    const { recording, fileId: sent } = draft;
    if (!recording || !voiceFolder) return undefined;
    if (sent) return { fileId: sent, seconds: recording.seconds };
    const path = `voice/${voiceFolder}/${newRequestId()}.${recording.format}`;
    const fileId = await transport.upload(path, recording.path).catch(() => undefined);
    if (!fileId) return undefined;
    change({ fileId });
    return { fileId, seconds: recording.seconds };
  };
}
