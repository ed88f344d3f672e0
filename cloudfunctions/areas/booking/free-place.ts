import type { SlotDocument } from '../../platform/collections';

/** Who a place is booked for: what goes first when a family is forgotten. */
export const nobodysPlace = { card: null, bookedBy: null, phone: null } as const;

/** A place that anybody may take: as the job makes it, and again after a visit was cancelled. */
export const freePlace = {
  ...nobodysPlace,
  state: 'free',
  heldBy: null,
  heldUntil: 0,
  appointmentId: null,
  bookedAt: null,
  // The job looks at once whether somebody waits for it (offer-places.ts).
  lookAt: 1,
  offers: 0,
  visitState: null,
  joining: null,
  confirmedAt: null,
} as const satisfies Partial<SlotDocument>;

/** A place for one family, open to everybody, in a room of its own, to be taken until it begins. */
export const plainPlace: Pick<
  SlotDocument,
  'skills' | 'roomId' | 'openFrom' | 'seat' | 'travelMinutes' | 'outsideHours' | 'bookUntil'
> = {
  skills: [],
  roomId: null,
  openFrom: 0,
  seat: null,
  travelMinutes: 0,
  outsideHours: false,
  bookUntil: Number.MAX_SAFE_INTEGER,
};
