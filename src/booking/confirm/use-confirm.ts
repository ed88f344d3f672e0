import { useState } from 'react';
import { call } from '@/cloud/call';
import { useBookingDraft, type BookingDraft } from '@/session/booking-draft';
import { needsConsent, purposeText } from '@/session/consents';
import { endWith, open } from '@/session/routes';
import { noteBooked } from '../parts/note-booked';
import { sendDraftVoice } from '../parts/send-draft-voice';

export type Problem =
  | { kind: 'voice' }
  | { kind: 'again'; message: string }
  /** Nobody has agreed, or it was taken back meanwhile: its page asks. */
  | { kind: 'consent'; message: string }
  /** The place is gone: only another time helps. */
  | { kind: 'gone'; message: string };

/** Sends the recording, then books. Tapping again repeats the same request, so it books once. */
export function useConfirm() {
  const { draft, setRecording, send, finish } = useBookingDraft();
  const [busy, setBusy] = useState<'no' | 'voice' | 'booking'>('no');
  const [problem, setProblem] = useState<Problem>();

  /** Asks, and comes back: the draft stays as it is. */
  function askConsent() {
    const { recording } = draft;
    const childId = whoseConsent(draft);
    const purposes = purposeText(recording ? ['booking', 'recordings'] : ['booking']);
    if (childId) open('consent', { childId, for: purposes, then: 'confirm' });
  }

  async function confirm() {
    const { childId, siblingId, slot, worries, recording } = draft;
    if (!childId || !slot) return;
    setProblem(undefined);
    if (recording) setBusy('voice');
    const voice = await sendDraftVoice();
    // The draft as it is after the recording was sent: its requestId stays from here on.
    const { draft: now } = useBookingDraft.getState();
    // The page was left meanwhile and something else chosen: nobody has said yes to that.
    if (now.slot?.id !== slot.id || now.childId !== childId || now.siblingId !== siblingId) {
      setBusy('no');
      return;
    }
    if (recording && !voice) {
      setBusy('no');
      setProblem({ kind: 'voice' });
      return;
    }
    setBusy('booking');
    send();
    const answer = await call(
      'booking.book',
      { slotId: slot.id, childId, siblingId, worries, voice },
      now.requestId,
    );
    setBusy('no');
    if (!answer.ok) {
      const { code, message } = answer.error;
      if (code === 'CONSENT_NEEDED') {
        setProblem({ kind: 'consent', message });
        askConsent();
        return;
      }
      const gone =
        code === 'HOLD_EXPIRED' ||
        code === 'SLOT_TAKEN' ||
        code === 'CHILD_BUSY' ||
        code === 'TOO_LATE';
      setProblem({ kind: gone ? 'gone' : 'again', message });
      return;
    }
    noteBooked(answer.data);
    finish();
    endWith('bookingDone', { id: answer.data.id });
  }

  return {
    draft,
    busy,
    problem,
    confirm: () => void confirm(),
    askConsent,
    dropVoice() {
      setRecording(undefined);
      setProblem(undefined);
    },
  };
}

/** The child that was not agreed for yet; the second one is asked about when the first is settled. */
function whoseConsent({ childId, siblingId }: BookingDraft): string | undefined {
  const first = childId !== undefined && needsConsent(childId, 'booking');
  return !first && siblingId !== undefined && needsConsent(siblingId, 'booking')
    ? siblingId
    : childId;
}
