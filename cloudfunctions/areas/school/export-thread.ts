import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { findMessages, viewMessage } from '../../platform/thread-reading';
import { sitDown } from './seat';

/** A guardian's copy (PIPL 45): what that guardian sees, and nothing that was said past them. */
export const exportThread = defineAction('school.exportThread', {
  allow: signedInPeople,
  mostPerHour: 200,
  async handle(context, { threadId, before }) {
    const { database, now } = context;
    const { seat } = await sitDown(context, threadId);
    // To staff there is no such copy, whosever child it is.
    if (seat.side === 'staff') throw new ActionError('NOT_FOUND');
    if (seat.standing !== 'guardian') throw new ActionError('FORBIDDEN');
    const found = await findMessages(database, threadId, seat, {
      before,
      limit: limits.messagesShown,
    });
    const page = found.slice(0, limits.messagesShown);
    return {
      now,
      messages: page.map((message) => viewMessage(message, seat)),
      next: found.length > page.length ? page.at(-1)?.seq : undefined,
    };
  },
});
