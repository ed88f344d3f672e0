import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { DaySchema, IdSchema } from '@contract/shapes';
import { readSaved } from '@/cloud/cache';
import { useQuery, type Query } from '@/cloud/use-query';
import { usePageQuery } from '@/session/use-page-query';

const QuerySchema = v.object({ id: IdSchema, day: v.optional(DaySchema) });

export type ShownVisit = OutputOf<'booking.showVisit'> & {
  /** Known from the day alone: what was written down does not lie on the phone. */
  partly?: boolean;
};

/**
 * The visit that the page's address names. While its own answer has not come, or cannot come for
 * want of network, what the day said of it stands in.
 */
export function useVisit(): {
  id: string | undefined;
  day: string | undefined;
  query: Query<ShownVisit>;
} {
  const asked = usePageQuery(QuerySchema);
  const id = asked?.id;
  const query = useQuery('booking.showVisit', id ? { appointmentId: id } : null);
  if (query.data || query.error?.retry === 'never') {
    return { id, day: asked?.day, query };
  }
  const day = asked?.day ? readSaved('booking.listDay', { day: asked.day }) : undefined;
  const entry = day?.data.entries.find(({ visit }) => visit?.appointmentId === id);
  const data = day && entry ? { now: day.data.now, entry, earlier: [], partly: true } : undefined;
  return { id, day: asked?.day, query: { ...query, data, savedAt: data && day?.savedAt } };
}
