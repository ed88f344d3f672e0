import { dayMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { scheduleAnew } from '../../platform/due';
import { ActionError } from '../../platform/errors';
import { ownOpen, workOnAlert } from './work';

const furthestMs = 370 * dayMs;

/** Whoever has it is told on that day (escalate.ts). */
export const setFollowUp = defineAction('safety.setFollowUp', {
  allow: staff,
  handle(context, { alertId, at }) {
    const { now } = context;
    if (at <= now || at > now + furthestMs) throw new ActionError('INVALID_INPUT');
    return workOnAlert(context, alertId, async (alert, desk, transaction) => {
      ownOpen(alert, desk);
      await scheduleAnew(transaction, { kind: 'alertFollowUp', ref: alertId, at });
      return { change: { followUpAt: at }, step: { step: 'followUp', followUpAt: at } };
    });
  },
});
