import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { ActionError } from '../../platform/errors';
import { readDay } from './day';

export const listDay = defineAction('booking.listDay', {
  allow: having('counsellor'),
  async handle(context, { day }) {
    const counsellorId = counsellorOf(context.caller);
    if (!counsellorId) throw new ActionError('FORBIDDEN');
    const { now } = context;
    return { now, ...(await readDay(context, counsellorId, day ?? dayOf(now))) };
  },
});
