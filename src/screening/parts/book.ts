import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';

/** To the booking of this child, begun anew. */
export function book(childId: string): void {
  useBookingDraft.getState().begin(childId);
  openBooking(childId);
}
