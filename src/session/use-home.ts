import { useEffect } from 'react';
import type { OutputOf } from '@contract';
import { save } from '@/cloud/cache';
import { useQuery, type Query } from '@/cloud/use-query';
import { useSession } from './session';

/** The first screen's answer: who I am, my children, what is coming. One call, kept on the device. */
export function useHome(everyMs?: number): Query<OutputOf<'account.home'>> {
  const query = useQuery('account.home', {}, everyMs === undefined ? {} : { everyMs });
  const learn = useSession((session) => session.learn);
  const { data, error, loading } = query;
  useEffect(() => {
    // An answer from the last time must not undo what was changed since.
    if (!data || error || loading) return;
    learn(data.person);
    // A visit opened from today's board is there without network too.
    const { day, now } = data;
    if (day) save('booking.listDay', { day: day.day }, { now, ...day });
  }, [data, error, loading, learn]);
  return query;
}
