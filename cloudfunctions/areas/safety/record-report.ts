import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { ownOpen, workOnAlert } from './work';

/** Clocks of phones differ a little. */
const aheadMs = 5 * 60_000;

/** What an authority was told is kept until it says otherwise: the alert is never swept from then on. */
export const recordReport = defineAction('safety.recordReport', {
  allow: staff,
  handle(context, { alertId, report }) {
    const { now } = context;
    if (report.made && report.at > now + aheadMs) throw new ActionError('INVALID_INPUT');
    return workOnAlert(context, alertId, (alert, desk) => {
      ownOpen(alert, desk);
      if (!report.made) {
        return { change: { reported: true }, step: { step: 'notReported', text: report.reason } };
      }
      const { to: authority, at: toldAt, receipt } = report;
      return {
        change: { reported: true, legalHold: true, heldBy: desk.openid },
        step: { step: 'reported', authority, toldAt, receipt },
      };
    });
  },
});
