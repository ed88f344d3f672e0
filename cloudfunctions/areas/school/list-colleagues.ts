import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { posts } from '../../platform/collections';
import { decrypt } from '../../platform/field-encryption';
import { teacherPost } from './own-desk';

const colleaguesAtMost = 60;

/** Who of the caller's school could stand in: its other teachers and administrators. */
export const listColleagues = defineAction('school.listColleagues', {
  allow: having('teacher'),
  async handle({ caller, database }) {
    const { schoolId } = teacherPost(caller);
    const held = await database.find(posts, {
      where: { schoolId, until: null },
      order: [['_id', 'asc']],
      limit: colleaguesAtMost,
    });
    const others = held.filter(({ openid }) => openid !== caller.openid);
    return {
      colleagues: others.map(({ _id, name, role, classes }) => ({
        postId: _id,
        name: decrypt({ collection: posts.name, id: _id, field: 'name' }, name),
        role,
        classes: classes ?? [],
      })),
    };
  },
});
