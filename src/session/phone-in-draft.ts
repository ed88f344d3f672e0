import { create } from 'zustand';
import type { OutputOf } from '@contract';
import type { Relation, Worry } from '@contract/enums';
import { newRequestId } from '@/cloud/request-id';

export type FamilyPlace = OutputOf<'booking.findForFamily'>['slots'][number];

/** A family that is new here, as it is told on the telephone. */
export interface NewFamily {
  nickname: string;
  /** `2016-05`. */
  birth?: string | undefined;
  relation?: Relation | undefined;
  phone: string;
  schoolId?: string | undefined;
  schoolElsewhere?: boolean | undefined;
  schoolTownship?: string | undefined;
  schoolAsked: boolean;
  township?: string | undefined;
}

export interface PhoneInDraft {
  /** Belongs to the draft: booking it twice books once. */
  requestId: string;
  child?: { id: string; nickname: string } | undefined;
  family: NewFamily;
  worries: Worry[];
  place?: FamilyPlace | undefined;
}

interface Store {
  draft: PhoneInDraft;
  /** What was booked last, for the slip. */
  booked?: FamilyPlace | undefined;
  change(part: Partial<Omit<PhoneInDraft, 'requestId'>>): void;
  begin(): void;
  finish(booked: FamilyPlace): void;
}

const emptyDraft = (): PhoneInDraft => ({
  requestId: newRequestId(),
  family: { nickname: '', phone: '', schoolAsked: false },
  worries: [],
});

/**
 * A booking that is being made for somebody at the telephone. In memory alone: a wrong tap loses
 * nothing, and a stranger's number does not stay on the phone of whoever took the call.
 */
export const usePhoneIn = create<Store>((set, get) => ({
  draft: emptyDraft(),
  change(part) {
    set({ draft: { ...get().draft, ...part, requestId: newRequestId() } });
  },
  begin() {
    set({ draft: emptyDraft() });
  },
  finish(booked) {
    set({ draft: emptyDraft(), booked });
  },
}));
