import { permits } from '@rules/consent';
import { minuteMs } from '@rules/dates';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { temporaryLink } from '../../platform/sdk';
import { openBody } from '../../platform/message-body';
import { findMessage } from '../../platform/thread-reading';
import { sitDown } from './seat';

const linkMinutes = 10;

/** A recording to hear or a picture to look at: whoever sees the message, for a few minutes. */
export const openFile = defineAction('school.openFile', {
  allow: signedInPeople,
  async handle(context, { threadId, seq }) {
    const { caller, database, now } = context;
    const { seat, child, place } = await sitDown(context, threadId);
    const message = await findMessage(database, threadId, seat, seq);
    if (!message || message.state === 'withdrawn') throw new ActionError('NOT_FOUND');
    // Whoever takes the agreement back takes back what was recorded under it, but for a call for help.
    const allowed = message.kind !== 'voice' || permits(child.consents, 'recordings');
    const kept = allowed || message.urgent !== undefined || message.side === 'staff';
    const { fileId, seconds } = openBody(message);
    const url = fileId && kept ? await temporaryLink(fileId, linkMinutes * 60) : undefined;
    if (!url) throw new ActionError('NOT_FOUND');
    if (seat.side === 'staff') {
      await recordAccess(database, {
        viewer: caller,
        role: place.kind === 'school' ? 'teacher' : 'counsellor',
        childIds: [child._id],
        purpose: 'thread',
        now,
      });
    }
    return { url, seconds, expiresAt: now + linkMinutes * minuteMs };
  },
});
