import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { settings } from '../../platform/collections';
import { ActionError } from '../../platform/errors';

export const listHolidays = defineAction('booking.listHolidays', {
  allow: having('admin'),
  async handle({ caller, database }) {
    const post = signedIn(caller).posts.find(({ role }) => role === 'admin');
    if (!post) throw new ActionError('FORBIDDEN');
    const set = await database.get(settings, post.county);
    return { days: set?.holidays ?? [] };
  },
});
