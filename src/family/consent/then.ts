import * as v from 'valibot';
import { back, openTab, replaceWith } from '@/session/routes';

/** What the questions were in the way of. */
export const ThenSchema = v.picklist(['book', 'place', 'confirm', 'back', 'circle', 'home']);
export type Then = v.InferOutput<typeof ThenSchema>;

/** Goes on with it. */
export function goOn(then: Then | undefined, childId: string): void {
  if (then === 'book') replaceWith('bookingWorry');
  else if (then === 'place') replaceWith('bookingPlace');
  else if (then === 'circle') replaceWith('circle', { childId });
  else if (then === 'home') openTab('home');
  else back();
}

/** A booking waits for the answer. */
export function isBooking(then: Then | undefined): boolean {
  return then === 'book' || then === 'place' || then === 'confirm';
}
