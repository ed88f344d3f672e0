import type { Person } from '@contract/account';
import { readSaved, save } from '@/cloud/cache';
import { useSession } from '@/session/session';

/** Takes up a post on this phone: the first screen opens in the new role at once. */
export function useArrival(): (person: Person) => void {
  const learn = useSession((session) => session.learn);
  return (person) => {
    learn(person);
    const known = readSaved('account.home', {});
    if (known) {
      const { day: _day, ...home } = known.data;
      save('account.home', {}, { ...home, person }, known.savedAt);
    }
  };
}
