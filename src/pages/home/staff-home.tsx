import type { Person } from '@contract/account';
import { Heading } from '@/components/heading';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { home } from '@/wording/home';

/** Teachers, child directors and administrators: what they can look up for a family. */
export function StaffHome({ person, now }: { person: Person; now: number }) {
  return (
    <>
      <Heading title={home.greeting(person.name, now)} hint={home.staffHint} />
      <DirectoryWay />
      <PhonesWay />
    </>
  );
}
