import { useState } from 'react';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { useWrite } from '@/cloud/use-write';
import { useBookingDraft, type WishDraft } from '@/session/booking-draft';
import { endWith, open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { sendDraftVoice } from '../parts/send-draft-voice';
import { wishOf } from './wish';

interface Joining {
  busy: boolean;
  failed: string | undefined;
  join: (wish: WishDraft) => Promise<void>;
}

/** Puts the family on the waiting list, with what it has said, and lets go of a place that is kept. */
export function useJoin(): Joining {
  const { draft, finish } = useBookingDraft();
  const writing = useWrite();
  const [voice, setVoice] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function join(wish: WishDraft) {
    const { childId, siblingId, worries, recording, hold } = draft;
    if (!childId) return;
    setVoice(recording ? 'busy' : 'idle');
    const said = await sendDraftVoice();
    if (recording && !said) {
      setVoice('failed');
      return;
    }
    setVoice('idle');
    const answer = await writing.write('booking.joinWaitlist', {
      childId,
      siblingId,
      wish: wishOf(wish, serverNow()),
      worries,
      voice: said,
    });
    if (!answer.ok) {
      if (answer.error.code === 'CONSENT_NEEDED') {
        open('consent', { childId, for: 'booking', then: 'back' });
      }
      return;
    }
    if (hold) void call('booking.releaseSlot', { slotId: hold.slotId });
    finish();
    endWith('queueDone', { id: answer.data.id });
  }

  return {
    busy: writing.busy || voice === 'busy',
    failed: voice === 'failed' ? booking.voiceFailedHere : writing.failed,
    join,
  };
}
