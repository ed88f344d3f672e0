import type { Person } from '@contract/account';
import { useQuery } from '@/cloud/use-query';

type Post = NonNullable<Person['posts']>[number];

/** What the schools and townships of posts are called; empty until it is known. */
export function usePlaceNames(posts: readonly Post[]): (post: Post) => string {
  const schoolIds = [...new Set(posts.flatMap(({ schoolId }) => schoolId ?? []))];
  const county = posts.find(({ schoolId }) => schoolId)?.county;
  const schools = useQuery(
    'directory.listSchools',
    county && schoolIds.length > 0 ? { county, ids: schoolIds } : undefined,
  );
  const isLocal = posts.some(({ township }) => township);
  const regions = useQuery('directory.listRegions', isLocal ? {} : undefined);
  return ({ schoolId, township }) => {
    if (schoolId) return schools.data?.schools.find(({ id }) => id === schoolId)?.name ?? '';
    return regions.data?.townships.find(({ code }) => code === township)?.name ?? '';
  };
}
