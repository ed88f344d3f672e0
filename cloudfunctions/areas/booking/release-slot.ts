import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { slots } from '../../platform/collections';

export const releaseSlot = defineAction('booking.releaseSlot', {
  allow: signedInPeople,
  async handle({ caller, database }, { slotId }) {
    const released = await database.updateWhere(
      slots,
      { _id: slotId, state: 'held', heldBy: caller.openid },
      { state: 'free', heldBy: null, heldUntil: 0 },
    );
    return { released: released > 0 };
  },
});
