import type { SlotDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';

/** @throws ActionError SLOT_TAKEN or HOLD_EXPIRED unless the place is kept for this person just now. */
export function checkHeld(slot: SlotDocument, openid: string, now: number): void {
  if (slot.state === 'booked') throw new ActionError('SLOT_TAKEN');
  const mine = slot.state === 'held' && slot.heldBy === openid;
  // The notice was checked when the place was held; a hold counts to its last minute.
  if (!mine || slot.heldUntil <= now) throw new ActionError('HOLD_EXPIRED');
}

/** For staff, who need not hold a place first. @throws ActionError SLOT_TAKEN, TOO_LATE. */
export function checkFree(slot: SlotDocument, openid: string, now: number): void {
  const held = slot.state === 'held' && slot.heldUntil > now && slot.heldBy !== openid;
  // A kept place stays kept until its release, whoever books (rules.md, "Fair priority").
  if (slot.state === 'booked' || held || slot.openFrom > now) throw new ActionError('SLOT_TAKEN');
  if (slot.start <= now) throw new ActionError('TOO_LATE');
}
