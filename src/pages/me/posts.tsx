import { View } from '@tarojs/components';
import type { Person } from '@contract/account';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fact } from '@/components/fact';
import { open } from '@/session/routes';
import { usePlaceNames } from '@/session/use-place-names';
import { dotted } from '@/wording/common';
import { me } from '@/wording/me';
import { roleNames } from '@/wording/names';

type Post = NonNullable<Person['posts']>[number];

/** The posts one holds, and where: a county, a school, a township. */
export function Posts({ posts }: { posts: Post[] }) {
  const nameOf = usePlaceNames(posts);
  if (posts.length === 0) return null;

  const placeOf = (post: Post) =>
    post.role === 'admin' && !post.schoolId ? me.wholeCounty : nameOf(post);

  return (
    <>
      <Card>
        <View className="stack">
          {posts.map((post, index) => (
            <Fact
              key={`${post.role}-${index}`}
              icon="briefcase"
              title={index === 0 ? me.posts : ''}
            >
              {dotted(roleNames[post.role], placeOf(post))}
            </Fact>
          ))}
        </View>
      </Card>
      {isOfDesk(posts) ? (
        <Choice
          id="go-desk-guides"
          icon="notebook-pen"
          title={me.guides}
          onTap={() => open('deskGuides')}
        />
      ) : null}
      {posts.some(({ role }) => role === 'admin') ? (
        <Choice
          id="go-figures"
          icon="chart-column"
          title={me.figures}
          onTap={() => open('figures')}
        />
      ) : null}
    </>
  );
}

/** Who writes guides, and who is trusted with a signature under them. */
const isOfDesk = (posts: Post[]) =>
  posts.some(
    ({ role, schoolId, signs }) =>
      signs !== undefined || role === 'counsellor' || (role === 'admin' && !schoolId),
  );
