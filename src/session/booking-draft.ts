import * as v from 'valibot';
import { create } from 'zustand';
import { DayPartSchema, GenderSchema, PlaceKindSchema, WorrySchema } from '@contract/enums';
import { DaySchema } from '@contract/shapes';
import { HoldSchema, SlotSchema } from '@contract/slot';
import { hourMs } from '@rules/dates';
import { newRequestId } from '@/cloud/request-id';
import { forget, readStored, store } from '@/cloud/storage';
import { discardRecording, type Recording } from './recorder';

/** What the family would like of the times; nothing means that anything will do. */
const FilterSchema = v.object({
  gender: v.optional(GenderSchema),
  language: v.optional(v.string()),
  need: v.optional(WorrySchema),
  /** The same counsellor again, and about when. */
  counsellor: v.optional(v.object({ id: v.string(), name: v.string() })),
  around: v.optional(DaySchema),
});
export type Filter = v.InferOutput<typeof FilterSchema>;

/** What somebody who waits has picked so far. */
const WishDraftSchema = v.object({
  kinds: v.array(PlaceKindSchema),
  parts: v.array(DayPartSchema),
  weeks: v.number(),
  /** Only this counsellor will do. */
  counsellorId: v.optional(v.string()),
});
export type WishDraft = v.InferOutput<typeof WishDraftSchema>;

/** The visit that is being moved, as it was. */
const MovingSchema = v.object({
  id: v.string(),
  start: v.number(),
  kind: PlaceKindSchema,
  placeName: v.string(),
  counsellorName: v.string(),
});
export type Moving = v.InferOutput<typeof MovingSchema>;

/**
 * A booking that is being made, kept on the device after every tap: a telephone call or an empty
 * battery in the middle loses nothing. The requestId belongs to the draft, so that confirming it
 * twice books once.
 */
const DraftSchema = v.object({
  requestId: v.string(),
  childId: v.optional(v.string()),
  /** A second child that comes along. */
  siblingId: v.optional(v.string()),
  worries: v.array(WorrySchema),
  /** A recording that lies on the device, and where it lies in the cloud once it is there. */
  recording: v.optional(
    v.object({ path: v.string(), seconds: v.number(), format: v.picklist(['mp3', 'webm']) }),
  ),
  fileId: v.optional(v.string()),
  /** Absent: not asked yet. `any`: wherever it is soonest. */
  kind: v.optional(v.union([PlaceKindSchema, v.literal('any')])),
  filter: v.optional(FilterSchema),
  wish: v.optional(WishDraftSchema),
  moving: v.optional(MovingSchema),
  slot: v.optional(SlotSchema),
  hold: v.optional(HoldSchema),
  /** It was confirmed, and the answer did not come: it may be booked all the same. */
  sent: v.optional(SlotSchema),
  changedAt: v.number(),
});
export type BookingDraft = v.InferOutput<typeof DraftSchema>;

const key = 'booking-draft';
const keptHours = 24;

function emptyDraft(now: number): BookingDraft {
  return { requestId: newRequestId(), worries: [], changedAt: now };
}

interface DraftStore {
  draft: BookingDraft;
  change(part: Partial<BookingDraft>): void;
  setRecording(recording: Recording | undefined): void;
  /** Notes that the booking is being sent; the requestId stays. */
  send(): void;
  /** Begins anew for this child, with what is known of it; undefined asks for one first. */
  begin(childId: string | undefined, known?: Partial<BookingDraft>): void;
  finish(): void;
}

function discard({ recording }: BookingDraft): void {
  if (recording) discardRecording(recording.path);
}

function restored(now: number): BookingDraft {
  const saved = readStored(key, DraftSchema);
  if (!saved || now - saved.changedAt >= keptHours * hourMs) return emptyDraft(now);
  // A place whose answer never came is not being kept by anybody.
  return saved.hold ? saved : { ...saved, slot: undefined };
}

export const useBookingDraft = create<DraftStore>((set, get) => {
  function keep(draft: BookingDraft) {
    set({ draft });
    store(key, draft);
  }
  return {
    draft: restored(Date.now()),
    change(part) {
      // Another choice is another request: the old id must not bring back an old answer.
      keep({ ...get().draft, ...part, requestId: newRequestId(), changedAt: Date.now() });
    },
    setRecording(recording) {
      discard(get().draft);
      get().change({ recording, fileId: undefined });
    },
    send() {
      const { draft } = get();
      keep({ ...draft, sent: draft.slot });
    },
    begin(childId, known = {}) {
      const { draft } = get();
      discard(draft);
      // Whether an earlier confirmation went through is still to be found out.
      keep({ ...emptyDraft(Date.now()), ...known, childId, sent: draft.sent });
    },
    finish() {
      discard(get().draft);
      forget(key);
      set({ draft: emptyDraft(Date.now()) });
    },
  };
});

/** Whether there is something to go on with. */
export function isBegun(draft: BookingDraft): boolean {
  return draft.childId !== undefined && (draft.worries.length > 0 || draft.kind !== undefined);
}
