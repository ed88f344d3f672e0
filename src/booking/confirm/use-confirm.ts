import { useState } from 'react';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { readSaved, save } from '@/cloud/cache';
import { sendVoice } from '@/cloud/send-voice';
import { useBookingDraft, type BookingDraft } from '@/session/booking-draft';
import { purposeText } from '@/session/consents';
import { endWith, open } from '@/session/routes';

export type Problem =
  | { kind: 'voice' }
  | { kind: 'again'; message: string }
  /** Nobody has agreed, or it was taken back meanwhile: its page asks. */
  | { kind: 'consent'; message: string }
  /** The place is gone: only another time helps. */
  | { kind: 'gone'; message: string };

/** Sends the recording, then books. Tapping again repeats the same request, so it books once. */
export function useConfirm() {
  const { draft, change, setRecording, send, finish } = useBookingDraft();
  const [busy, setBusy] = useState<'no' | 'voice' | 'booking'>('no');
  const [problem, setProblem] = useState<Problem>();

  async function voiceSent(
    childId: string,
    recording: NonNullable<BookingDraft['recording']>,
  ): Promise<string | undefined> {
    if (draft.fileId) return draft.fileId;
    setBusy('voice');
    const fileId = await sendVoice(childId, recording);
    if (fileId) change({ fileId });
    return fileId;
  }

  /** Asks, and comes back: the draft stays as it is. */
  function askConsent() {
    const { childId, recording } = draft;
    const purposes = purposeText(recording ? ['booking', 'recordings'] : ['booking']);
    if (childId) open('consent', { childId, for: purposes, then: 'confirm' });
  }

  async function confirm() {
    const { childId, slot, worries, recording } = draft;
    if (!childId || !slot) return;
    setProblem(undefined);
    const fileId = recording && (await voiceSent(childId, recording));
    if (recording && !fileId) {
      setBusy('no');
      setProblem({ kind: 'voice' });
      return;
    }
    setBusy('booking');
    send();
    const voice = recording && fileId ? { fileId, seconds: recording.seconds } : undefined;
    // The draft as it is after the recording was sent: its requestId stays from here on.
    const { requestId } = useBookingDraft.getState().draft;
    const answer = await call(
      'booking.book',
      { slotId: slot.id, childId, worries, voice },
      requestId,
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
    // The next pages open from what we know already, also when the network is gone by then.
    const upcoming = { when: 'upcoming' } as const;
    const known = readSaved('booking.listAppointments', upcoming)?.data.appointments ?? [];
    const appointments = [...known, answer.data].sort((a, b) => a.start - b.start);
    save('booking.listAppointments', upcoming, { now: serverNow(), appointments });
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
