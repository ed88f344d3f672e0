import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { ownOpen, workOnAlert } from './work';

export const addAlertStep = defineAction('safety.addAlertStep', {
  allow: staff,
  mostPerHour: 300,
  handle(context, { alertId, step, text }) {
    if (step === 'note' && text === undefined) throw new ActionError('INVALID_INPUT');
    return workOnAlert(context, alertId, (alert, desk) => {
      ownOpen(alert, desk);
      return { step: { step, text } };
    });
  },
});
