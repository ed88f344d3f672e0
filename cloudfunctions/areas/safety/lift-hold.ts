import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import type { AlertDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { isHolder, type Desk } from './desk';
import { workOnAlert } from './work';

/**
 * Whether whoever sits here may say that an authority needs it no longer: of what is finished, and
 * never the one who had it kept. Of older ones it is not known who that was: not the one who had it.
 */
export function mayLift(alert: AlertDocument, desk: Desk): boolean {
  const own = alert.heldBy == null ? isHolder(desk, alert) : alert.heldBy === desk.openid;
  return alert.state === 'closed' && alert.legalHold && !own;
}

/** From then on it goes when its time is over, with its history; the reason stands in it till then. */
export const liftHold = defineAction('safety.liftHold', {
  allow: staff,
  handle(context, { alertId, text }) {
    return workOnAlert(context, alertId, (alert, desk) => {
      if (!mayLift(alert, desk)) throw new ActionError('CANNOT_FOLLOW');
      const change = { legalHold: false, heldBy: null };
      return { change, step: { step: 'holdLifted', text } };
    });
  },
});
