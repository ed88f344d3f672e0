import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { messages } from '../../platform/collections';
import { messageCause } from '../../platform/alert-causes';
import { raiseAlert } from '../../platform/alerts';
import { ActionError } from '../../platform/errors';
import { findMessage } from '../../platform/thread-reading';
import { sitDown } from './seat';

/** Somebody minds a message: a person of safeguarding looks at it. The others learn nothing of it. */
export const reportMessage = defineAction('school.reportMessage', {
  allow: signedInPeople,
  mostPerHour: 20,
  async handle(context, { threadId, seq, reason }) {
    const { caller, database, now, once } = context;
    const { seat, child } = await sitDown(context, threadId);
    const found = await findMessage(database, threadId, seat, seq);
    if (!found) throw new ActionError('NOT_FOUND');
    return once(async (transaction) => {
      const message = await transaction.get(messages, found._id);
      if (!message) throw new ActionError('NOT_FOUND');
      const others = (message.reports ?? []).filter(({ by }) => by !== caller.openid);
      const reports = [...others, { by: caller.openid, reason, at: now }];
      await transaction.update(messages, message._id, { reports });
      await raiseAlert(transaction, {
        ...messageCause(message, child, now),
        ...{ reason: 'reported', level: reason === 'harm' ? 'S2' : 'S1', against: true },
      });
      return {};
    });
  },
});
