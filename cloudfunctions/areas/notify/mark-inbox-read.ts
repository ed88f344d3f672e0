import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { people } from '../../platform/collections';

export const markInboxRead = defineAction('notify.markInboxRead', {
  allow: signedInPeople,
  async handle({ caller, database }) {
    await database.update(people, caller.openid, { unread: 0 });
    return { unread: 0 };
  },
});
