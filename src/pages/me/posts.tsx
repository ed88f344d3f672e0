import { View } from '@tarojs/components';
import type { Person } from '@contract/account';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { me } from '@/wording/me';
import { roleNames } from '@/wording/names';

type Post = NonNullable<Person['posts']>[number];

/** The posts one holds, and where: a county, a school, a township. */
export function Posts({ posts }: { posts: Post[] }) {
  const schoolIds = [...new Set(posts.flatMap(({ schoolId }) => schoolId ?? []))];
  const county = posts.find(({ schoolId }) => schoolId)?.county;
  const schools = useQuery(
    'directory.listSchools',
    county && schoolIds.length > 0 ? { county, ids: schoolIds } : undefined,
  );
  const isLocal = posts.some(({ township }) => township);
  const regions = useQuery('directory.listRegions', isLocal ? {} : undefined);
  if (posts.length === 0) return null;

  function placeOf({ role, schoolId, township }: Post): string {
    if (schoolId) return schools.data?.schools.find(({ id }) => id === schoolId)?.name ?? '';
    if (township) return regions.data?.townships.find(({ code }) => code === township)?.name ?? '';
    return role === 'admin' ? me.wholeCounty : '';
  }

  return (
    <Card>
      <View className="stack">
        {posts.map((post, index) => (
          <Fact key={`${post.role}-${index}`} icon="briefcase" title={index === 0 ? me.posts : ''}>
            {[roleNames[post.role], placeOf(post)].filter(Boolean).join(' · ')}
          </Fact>
        ))}
      </View>
    </Card>
  );
}
