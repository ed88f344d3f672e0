import { readSaved } from '@/cloud/cache';
import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { open } from '@/session/routes';
import { useSession } from '@/session/session';

/** Families book; whoever works with pupils books only by their rosters, and asks nearby. */
export function useMayBook(): boolean {
  const role = useSession((session) => session.person.role);
  return role === undefined || role === 'caregiver' || role === 'parent';
}

/** Begins a booking, or what has to come first: who one is, which child, agreeing. */
export function askCounsellor(): void {
  const { signedIn } = useSession.getState().person;
  const children = readSaved('account.home', {})?.data.children ?? [];
  const only = children.length === 1 ? children[0]?.id : undefined;
  useBookingDraft.getState().begin(only);
  if (!signedIn) open('who', { then: 'book' });
  else if (only) openBooking(only);
  else open('bookingChild');
}
