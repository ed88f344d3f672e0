import { limits } from '@contract/limits';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { appointments } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openDetails, viewNext } from './appointments';

/** Those that wait for the family's word or for an outcome, the oldest first. */
export const listReferrals = defineAction('booking.listReferrals', {
  allow: having('counsellor'),
  async handle({ caller, database, now }) {
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
    const childIds = referrals.map(({ childId }) => childId);
    await recordAccess(database, {
      viewer: caller,
      role: 'counsellor',
      childIds,
      purpose: 'day',
      now,
    });
    return { now, referrals };
  },
});
