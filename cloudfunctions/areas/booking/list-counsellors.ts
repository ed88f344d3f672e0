import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { counsellors } from '../../platform/collections';

/** More than one county has; the list is a choice, not a directory. */
const atMost = 100;

/** Only administrators of a county invite counsellors, so only they are told who there is. */
export const listCounsellors = defineAction('booking.listCounsellors', {
  allow: having('admin'),
  async handle({ caller, database }) {
    const post = signedIn(caller).posts.find(
      ({ role, schoolId }) => role === 'admin' && schoolId === undefined,
    );
    if (!post) return { counsellors: [] };
    const found = await database.find(counsellors, {
      where: { county: post.county },
      order: [['_id', 'asc']],
      limit: atMost,
    });
    return { counsellors: found.map(({ _id: id, name }) => ({ id, name })) };
  },
});
