import { useEffect } from 'react';
import type { Person } from '@contract/account';
import { useQuery, type Query } from '@/cloud/use-query';
import type { OutputOf } from '@contract';
import { useSession } from './session';

/**
 * Who I am, for a page that may be the first one opened on this phone (a scanned code, a card):
 * asks only when the phone does not know yet. `waiting` is the question under way.
 */
export function usePerson(): { person: Person; waiting?: Query<OutputOf<'account.home'>> } {
  const { person, learn } = useSession();
  const query = useQuery('account.home', person.signedIn ? undefined : {});
  const found = query.data?.person;
  useEffect(() => {
    if (found) learn(found);
  }, [found, learn]);
  if (person.signedIn || found) return { person: found ?? person };
  return { person, waiting: query };
}
