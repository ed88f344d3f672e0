import { limits } from '@contract/limits';
import { wholePage } from '@rules/whole-page';
import type { Notice } from '@contract/notify';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { notices } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { viewNotice } from './notice-view';

/** The caller's own notices. Those that came since the last look are marked. */
export const listInbox = defineAction('notify.listInbox', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { before }) {
    const unread = before === undefined ? (signedIn(caller).unread ?? 0) : 0;
    return { now, ...(await readInbox(database, caller.openid, { before, unread })) };
  },
});

/** A page of what somebody was told. One round trip. */
export async function readInbox(
  database: Database,
  openid: string,
  { before, unread }: { before: number | undefined; unread: number },
): Promise<{ notices: Notice[]; next: number | undefined }> {
  const found = await database.find(notices, {
    where: { to: openid, ...(before === undefined ? {} : { at: command.lt(before) }) },
    order: [['at', 'desc']],
    limit: limits.pageSize + 1,
  });
  const page = wholePage(found, limits.pageSize, ({ at }) => at);
  return {
    notices: page.map((notice, number) => viewNotice(notice, number < unread)),
    next: found.length > page.length ? page.at(-1)?.at : undefined,
  };
}
