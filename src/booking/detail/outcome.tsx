import type { Appointment } from '@contract/appointment';
import { useServerNow } from '@/cloud/clock';
import { Card } from '@/components/card';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { isLate } from './late';

/** What has become of it, and what can be done now, in a kind sentence. */
export function Outcome({ appointment }: { appointment: Appointment }) {
  const now = useServerNow();
  const said = sentence(appointment, now);
  return said === undefined ? null : <Card tone="coming">{said}</Card>;
}

function sentence(appointment: Appointment, now: number): string | undefined {
  const { state, reason, changedBy } = appointment;
  if (state === 'missed') return changes.missed;
  if (state === 'lapsed') return changes.lapsed;
  if (state === 'arrived') return changes.arrived;
  if (state === 'cancelled') {
    if (changedBy === 'staff') return changes.changedByStaff;
    const why = reason ? changes.cancelledBecause(reason) : '';
    return [`${booking.cancelledTitle}。`, why].filter(Boolean).join('');
  }
  if (state === 'booked' && appointment.confirmed && appointment.start > now) return changes.comes;
  if (appointment.canConfirm && appointment.canCancel && appointment.start > now) {
    return `${changes.comeAsk}${changes.comeAskHint}`;
  }
  return isLate(appointment, now) ? `${changes.late}${changes.lateHint}` : undefined;
}
