import type { Person } from '@contract/account';
import type { StaffRole } from '@contract/enums';

type PostOf<Role extends StaffRole> = NonNullable<Person['posts']>[number] & { role: Role };

/** The post somebody acts in: the one in use, else the first of the wanted ones. */
export function postOf<Role extends StaffRole>(
  { posts = [], role }: Person,
  wanted: readonly Role[],
): PostOf<Role> | undefined {
  const held = posts.filter((post): post is PostOf<Role> =>
    wanted.some((one) => one === post.role),
  );
  return held.find((post) => post.role === role) ?? held[0];
}
