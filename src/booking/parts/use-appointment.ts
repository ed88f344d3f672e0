import * as v from 'valibot';
import type { Appointment } from '@contract/appointment';
import { IdSchema } from '@contract/shapes';
import { readSaved } from '@/cloud/cache';
import { useQuery, type Query } from '@/cloud/use-query';
import { usePageQuery } from '@/session/use-page-query';

const QuerySchema = v.object({
  id: IdSchema,
  /** When it begins, ms: says where among the past ones it stands. */
  start: v.optional(v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))),
});

/** The appointment that the page's address names: from what is coming, else from what has been. */
export function useAppointment(): {
  query: Query<unknown>;
  appointment: Appointment | undefined;
} {
  const asked = usePageQuery(QuerySchema);
  const upcoming = useQuery('booking.listAppointments', { when: 'upcoming' });
  const named = (list: Appointment[] | undefined) => list?.find(({ id }) => id === asked?.id);
  const found = named(upcoming.data?.appointments);
  const elsewhere = upcoming.data !== undefined && !upcoming.loading && found === undefined;
  const past = useQuery(
    'booking.listAppointments',
    elsewhere ? { when: 'past', before: asked?.start && asked.start + 1 } : undefined,
  );
  // Without network the first screen may know it: it was opened from there.
  const known =
    found ?? named(past.data?.appointments) ?? named(readSaved('account.home', {})?.data.upcoming);
  const query = elsewhere ? past : upcoming;
  return { query: known ? { ...query, data: known } : query, appointment: known };
}
