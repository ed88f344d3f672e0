import { openEvidence } from '../../platform/alert-evidence';
import { readHistory } from '../../platform/alert-steps';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { alerts, alertSteps } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { isHolder, openAlert } from './desk';
import { exportText } from './export-text';
import { noteLook } from './look';
import { viewRow } from './rows';
import { alertIn, record } from './work';

const stepsAtMost = 500;

/**
 * Everything about one alert as plain text, for an authority that asks. That it was exported, and what
 * for, stands in the history from then on, and the alert is kept until the authority is done.
 */
export const exportAlert = defineAction('safety.exportAlert', {
  allow: staff,
  async handle(context, { alertId, purpose }) {
    const { database, now, random } = context;
    const { desk, alert: seen } = await openAlert(context, alertId);
    if (!desk.admin && !isHolder(desk, seen)) throw new ActionError('FORBIDDEN');
    const alert = await inTransaction(database, random, async (transaction) => {
      const found = await alertIn(transaction, alertId, desk);
      const step = { step: 'exported' as const, text: purpose };
      const change = { legalHold: true, heldBy: desk.openid };
      return record(transaction, found, desk, { change, step }, now);
    });
    const [steps, row] = await Promise.all([
      database.find(alertSteps, {
        where: { alertId },
        order: [['n', 'asc']],
        limit: stepsAtMost,
      }),
      viewRow(database, alert, { openid: desk.openid, now }),
      noteLook(context, desk, 'export', alertId),
    ]);
    const { history, chainOk } = readHistory(alert, steps);
    const said = openEvidence(alerts, alert);
    const { head, follows, next } = alert;
    const text = exportText({ row, said, history, chainOk, head, linked: { follows, next }, now });
    return { now, text, head };
  },
});
