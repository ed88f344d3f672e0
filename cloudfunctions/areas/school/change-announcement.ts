import { keyOfTarget, remindFrom } from '@rules/announcements';
import { defineAction } from '../../platform/action';
import { announcers } from '../../platform/allow';
import { viewSent } from '../../platform/announcement-document';
import type { Caller } from '../../platform/caller';
import { announcements, type AnnouncementDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { ownTargets } from './announce';

/** @throws ActionError NOT_FOUND when the caller may not announce there. */
async function readOwn(
  transaction: Transaction,
  caller: Caller,
  announcementId: string,
): Promise<AnnouncementDocument> {
  const found = await transaction.get(announcements, announcementId);
  const isOwn = ownTargets(caller).some((target) => keyOfTarget(target) === found?.key);
  if (!found || !isOwn) throw new ActionError('NOT_FOUND');
  return found;
}

/** The job then goes over the families once more and tells those who have not reacted. */
export const remindAnnouncement = defineAction('school.remindAnnouncement', {
  allow: announcers,
  async handle({ caller, now, once }, { announcementId }) {
    return once(async (transaction) => {
      const found = await readOwn(transaction, caller, announcementId);
      const from = remindFrom(found);
      const isOver = from !== undefined && from <= now && found.tellAt === null && !found.held;
      if (!isOver) throw new ActionError('CANNOT_FOLLOW');
      const change = { round: found.round + 1, tellAt: now, remindedAt: now, after: null };
      await transaction.update(announcements, found._id, change);
      return viewSent({ ...found, ...change }, caller.openid);
    });
  },
});

/** Whoever has not been told yet is not told any more. */
export const withdrawAnnouncement = defineAction('school.withdrawAnnouncement', {
  allow: announcers,
  async handle({ caller, now, once }, { announcementId }) {
    return once(async (transaction) => {
      const found = await readOwn(transaction, caller, announcementId);
      const change = { withdrawnAt: found.withdrawnAt ?? now, tellAt: null };
      await transaction.update(announcements, found._id, change);
      return viewSent({ ...found, ...change }, caller.openid);
    });
  },
});
