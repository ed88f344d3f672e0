import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { appointments } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openDetails, viewNext } from './appointments';
import { traceDay } from './trace-day';

/** Those that wait for the family's word or for an outcome, the oldest first. */
export const listReferrals = defineAction('booking.listReferrals', {
  allow: having('counsellor'),
  async handle(context) {
    const { caller, database, now } = context;
    const counsellorId = counsellorOf(caller);
    if (!counsellorId) throw new ActionError('FORBIDDEN');
    const found = await database.find(appointments, {
      where: { counsellorId, referral: command.in(['suggested', 'agreed']) },
      order: [['start', 'asc']],
      limit: limits.pageSize * 2,
    });
    const referrals = found.flatMap((appointment) => {
      const next = viewNext(appointment);
      if (next?.kind !== 'referral') return [];
      const { _id: appointmentId, childId, start: since } = appointment;
      const { serviceName, state } = next;
      const { nickname } = openDetails(appointment);
      return [{ appointmentId, childId, nickname, serviceName, state, since }];
    });
    await traceDay(
      context,
      referrals.map(({ childId }) => childId),
    );
    return { now, referrals };
  },
});
