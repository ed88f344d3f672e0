import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { handOn } from './hand-on';
import { workOnAlert } from './work';

/** A second pair of eyes for an S3: never the one who finished it. */
export const confirmResolution = defineAction('safety.confirmResolution', {
  allow: staff,
  handle(context, { alertId, agree, text }) {
    const { now } = context;
    return workOnAlert(context, alertId, async (alert, desk, transaction) => {
      const own = alert.resolvedBy === desk.openid;
      if (alert.state !== 'secondLook' || own) throw new ActionError('CANNOT_FOLLOW');
      if (agree) {
        const release = alert.release === true;
        if (release) await handOn(transaction, alert, now);
        const change = { state: 'closed' as const, open: false, closedAt: now };
        return { change, step: { step: 'confirmed', text, ...(release && { release }) } };
      }
      if (alert.acceptedBy) transaction.tell({ to: [alert.acceptedBy.openid], kind: 'dutyAlert' });
      const change = { state: 'accepted' as const, resolvedBy: null, release: false };
      return { change, step: { step: 'notConfirmed', text } };
    });
  },
});
