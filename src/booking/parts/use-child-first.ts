import { useEffect } from 'react';
import { useBookingDraft } from '@/session/booking-draft';
import { replaceWith } from '@/session/routes';

/**
 * A page that was opened in the middle, without a child: the first question comes first. Looked at
 * once only, since a finished booking empties the draft under pages that still lie below.
 */
export function useChildFirst(): void {
  useEffect(() => {
    if (useBookingDraft.getState().draft.childId === undefined) replaceWith('bookingChild');
  }, []);
}
