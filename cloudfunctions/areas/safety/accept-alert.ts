import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { openAlert } from './desk';
import { sealHolder, viewRow } from './rows';
import { alertIn, record } from './work';

/** Two may press at once: the transaction lets one of them have it, the other one reads who. */
export const acceptAlert = defineAction('safety.acceptAlert', {
  allow: staff,
  async handle(context, { alertId }) {
    const { now, once } = context;
    const { desk } = await openAlert(context, alertId);
    const { openid, postId, role, name } = desk;
    return once(async (transaction) => {
      const alert = await alertIn(transaction, alertId, desk);
      const won = alert.state === 'waiting';
      const change = {
        state: 'accepted' as const,
        acceptedBy: { openid, postId, role },
        holder: sealHolder(alertId, name),
        acceptedAt: now,
      };
      const after = won
        ? await record(transaction, alert, desk, { change, step: { step: 'accepted' } }, now)
        : alert;
      return { now, won, alert: await viewRow(transaction.outside, after, { openid, now }) };
    });
  },
});
