import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { notices } from '../../platform/collections';
import { command } from '../../platform/database';
import { viewNotice } from './notice-view';

/** The caller's own notices. Those that came since the last look are marked. */
export const listInbox = defineAction('notify.listInbox', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { before }) {
    const unread = before === undefined ? (signedIn(caller).unread ?? 0) : 0;
    const found = await database.find(notices, {
      where: { to: caller.openid, ...(before === undefined ? {} : { at: command.lt(before) }) },
      order: [['at', 'desc']],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    return {
      now,
      notices: page.map((notice, number) => viewNotice(notice, number < unread)),
      next: found.length > page.length ? page.at(-1)?.at : undefined,
    };
  },
});
