import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { posts } from '../../platform/collections';
import { command } from '../../platform/database';
import { viewPost } from './staff';

export const listStaff = defineAction('account.listStaff', {
  allow: having('admin'),
  async handle({ caller, database }, { cursor }) {
    const held = signedIn(caller).posts.filter(({ role }) => role === 'admin');
    // A county's administrator sees the county, also when they hold a school's post beside it.
    const own = held.find(({ schoolId }) => schoolId === undefined) ?? held[0];
    const where = own?.schoolId ? { schoolId: own.schoolId } : { county: own?.county ?? '' };
    const found = await database.find(posts, {
      where: { ...where, until: null, ...(cursor ? { _id: command.gt(cursor) } : {}) },
      order: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    return {
      posts: page.map((post) => viewPost(post, caller.openid)),
      next: found.length > page.length ? page.at(-1)?._id : undefined,
    };
  },
});
