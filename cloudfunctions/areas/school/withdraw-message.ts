import { mayWithdraw, waitingSince, waitsWithout, withEntry } from '@rules/threads';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { messages, threads } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { deskAfter } from '../../platform/desk-card';
import { openBody } from '../../platform/message-body';
import { changeOf } from '../../platform/thread-writing';

/**
 * Takes back one's own message. Its place stays, and what it said stays encrypted for safeguarding:
 * somebody may have been made to take it back. Nobody is shown it any more.
 */
export const withdrawMessage = defineAction('school.withdrawMessage', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { sent }) {
    return once(async (transaction) => {
      const message = await transaction.get(messages, `${caller.openid}_${sent}`);
      const head = message && (await transaction.get(threads, message.threadId));
      if (!message || !head) throw new ActionError('NOT_FOUND');
      if (!mayWithdraw(message, now)) throw new ActionError('TOO_LATE');
      const { seq, line, member: by, side, kind } = message;
      await transaction.update(messages, message._id, { state: 'withdrawn', withdrawnAt: now });
      const waiting = waitsWithout(head.waiting, head.tail, message);
      const tail = withEntry(head.tail, { seq, line, by, side, kind, state: 'withdrawn' });
      const after = { ...head, waiting, waitingSince: waitingSince(waiting), tail };
      const gone = { ...message, state: 'withdrawn' as const };
      const desk = deskAfter(head, after, gone, openBody(message), undefined);
      await transaction.update(threads, head._id, changeOf({ ...after, ...desk }));
      return { seq };
    });
  },
});
