import { heldLine, waitsHeld } from '@rules/threads';
import type { Checked } from './checked-content';
import { messages, threads, type MessageDocument } from './collections';
import { openBody } from './message-body';
import { changeOf, headAfter, releaseMessage } from './thread-writing';

/** How a message is held that a check finds wanting after it was delivered, and let through again. */
export const checkedMessage: Checked = {
  async text(database, ref) {
    const message = await database.get(messages, ref);
    return message && openBody(message).text;
  },
  async hold(transaction, ref) {
    const message = await transaction.get(messages, ref);
    if (!message) return undefined;
    if (message.state !== 'sent') return message.childId;
    const head = await transaction.get(threads, message.threadId);
    const held: MessageDocument = {
      ...message,
      ...{ state: 'held', line: heldLine(message.member), shown: message.side === 'family' },
    };
    const { state, line, shown } = held;
    await transaction.update(messages, ref, { state, line, shown });
    if (head) {
      const waiting = waitsHeld(head.waiting, head.tail, message);
      await transaction.update(threads, head._id, changeOf(headAfter({ ...head, waiting }, held)));
    }
    return message.childId;
  },
  async release(transaction, ref, now) {
    const message = await transaction.get(messages, ref);
    const head = message && (await transaction.get(threads, message.threadId));
    if (!head || message.state !== 'held') return;
    await releaseMessage(transaction, head, message, now);
  },
};
