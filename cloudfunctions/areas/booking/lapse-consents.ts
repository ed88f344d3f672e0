import { EmptySchema } from '@contract/shapes';
import { refusalOf } from '@rules/appointment-states';
import { hasGuardian } from '@rules/consent';
import { appointments, slots } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { once } from '../../platform/idempotency';
import { faultOf, log } from '../../platform/log';
import type { Transaction } from '../../platform/transaction';
import { endVisit } from './end-visit';
import { readFamily } from './own-visit';
import { circleOf, tellCircle } from './tell-circle';

const takenAtOnce = 50;

/**
 * Visits whose parents have not answered in time, the oldest first; answers how many were settled.
 * The deadline stands on the appointment and is found by its index, so booking writes nothing more
 * for it. Can be cut short and repeated.
 */
export async function lapseConsents(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  const found = await database.find(appointments, {
    where: { consentUntil: command.gt(0).and(command.lte(now)) },
    order: [['consentUntil', 'asc']],
    limit: takenAtOnce,
  });
  let settled = 0;
  for (const { _id, consentUntil } of found) {
    const request = { action: 'lapseConsents', input: {}, openid: 'job', now };
    const requestId = `${_id}_${consentUntil ?? 0}`;
    try {
      // An event of its own, so that what is to be told is told once.
      await once(database, random, { ...request, requestId }, EmptySchema, (transaction) =>
        lapse(transaction, _id, now),
      );
      settled += 1;
    } catch (error) {
      log({ action: 'lapseConsents', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return settled;
}

async function lapse(
  transaction: Transaction,
  id: string,
  now: number,
): Promise<Record<string, never>> {
  const appointment = await transaction.get(appointments, id);
  const { consentUntil } = appointment ?? {};
  // A parent was quicker, or it was moved or given up meanwhile.
  if (!appointment || !consentUntil || consentUntil > now) return {};
  if (refusalOf(appointment, 'lapsed', { by: 'job', now })) return {};
  const family = await readFamily(transaction, appointment);
  if (!family) return {};
  const adults = circleOf(family);
  if (!family.some(hasGuardian)) {
    // No parent has come into the circle whom one could have asked. What the grandmother began
    // counts, as for everything else (rules/consent): she is not sent away for it.
    await transaction.update(appointments, id, { state: 'booked', consentUntil: null });
    await transaction.update(slots, appointment.slotId, { visitState: 'booked' });
    tellCircle(transaction, 'visitBooked', appointment, { adults });
    return {};
  }
  const lapsed = await endVisit(transaction, { appointment, family }, { state: 'lapsed' });
  tellCircle(transaction, 'consentLapsed', lapsed, { adults });
  return {};
}
