import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { reads } from '../../platform/collections';
import { command } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';
import { encrypt } from '../../platform/field-encryption';
import { sitDown, staffName } from './seat';

/** A mark only moves on; of two that arrive out of order the later one stands. */
export const markRead = defineAction('school.markRead', {
  allow: signedInPeople,
  async handle(context, { threadId, seq: asked }) {
    const { caller, database, now } = context;
    const { openid } = caller;
    const { seat, place } = await sitDown(context, threadId);
    // Nobody has seen what is not written yet.
    const seq = Math.min(asked, now);
    const _id = `${threadId}_${openid}`;
    const name = seat.side === 'staff' ? (staffName(caller) ?? '') : '';
    const moveOn = () =>
      database.updateWhere(reads, { _id, seq: command.lt(seq) }, { seq, at: now });
    if ((await moveOn()) > 0) return {};
    try {
      await database.add(reads, {
        ...{ _id, threadId, childId: place.childId, openid, member: seat.member, side: seat.side },
        ...{ seq, at: now },
        name: name && encrypt({ collection: reads.name, id: _id, field: 'name' }, name),
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await moveOn();
    }
    return {};
  },
});
