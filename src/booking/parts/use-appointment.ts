import * as v from 'valibot';
import type { Appointment } from '@contract/appointment';
import { IdSchema } from '@contract/shapes';
import { readSaved } from '@/cloud/cache';
import { useQuery, type Query } from '@/cloud/use-query';
import { usePageQuery } from '@/session/use-page-query';

const QuerySchema = v.object({ id: IdSchema });

/**
 * The appointment that the page's address names: from what is coming, else asked for by itself, since
 * one that will not take place is in neither list.
 */
export function useAppointment(): {
  query: Query<unknown>;
  appointment: Appointment | undefined;
} {
  const id = usePageQuery(QuerySchema)?.id;
  const upcoming = useQuery('booking.listAppointments', { when: 'upcoming' });
  const named = (list: Appointment[] | undefined) => list?.find((one) => one.id === id);
  const found = named(upcoming.data?.appointments);
  const elsewhere = id !== undefined && !upcoming.loading && found === undefined;
  const single = useQuery('booking.showAppointment', elsewhere ? { appointmentId: id } : undefined);
  // No longer the caller's: what the device still holds of it is not shown either.
  if (single.error?.code === 'NOT_FOUND') return { query: upcoming, appointment: undefined };
  // Without network the screen that it was opened from may know it.
  const known =
    found ??
    single.data ??
    named(readSaved('booking.listAppointments', { when: 'past' })?.data.appointments) ??
    named(readSaved('account.home', {})?.data.upcoming);
  const query = elsewhere ? single : upcoming;
  return { query: known ? { ...query, data: known } : query, appointment: known };
}
