import { create } from 'zustand';
import type { ChosenStep } from '@contract/visits';

/** What a counsellor is writing down of a visit. */
export interface VisitDraft {
  note: string;
  next?: ChosenStep | undefined;
}

interface Drafts {
  drafts: Record<string, VisitDraft>;
  change(appointmentId: string, part: Partial<VisitDraft>): void;
  forget(appointmentId: string): void;
}

const empty: VisitDraft = { note: '' };

/**
 * Notes that are not sent yet, by appointment. In memory alone: leaving the page loses nothing,
 * and nothing that was said about a child lies on the phone in plain text.
 */
export const useVisitDrafts = create<Drafts>((set, get) => ({
  drafts: {},
  change(appointmentId, part) {
    const { drafts } = get();
    set({
      drafts: { ...drafts, [appointmentId]: { ...empty, ...drafts[appointmentId], ...part } },
    });
  },
  forget(appointmentId) {
    const { [appointmentId]: _done, ...drafts } = get().drafts;
    set({ drafts });
  },
}));

/** The draft of one visit; empty when nothing was written yet. */
export function useVisitDraft(appointmentId: string): VisitDraft {
  return useVisitDrafts(({ drafts }) => drafts[appointmentId]) ?? empty;
}
