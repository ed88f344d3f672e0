import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { leaveRoster } from '../../platform/duty';
import { inTransaction } from '../../platform/transaction';
import { waitForNext } from '../family/hand-over';
import { endInTransaction } from './ending';

/**
 * Every action asks the caller's account first, so what the post opened is shut from the next
 * call on; so is what they opened as a proxy. Whom they acted for is noted with the post in the
 * same moment and handed to the next child director by the job (family/hand-over.ts).
 */
export const endPost = defineAction('account.endPost', {
  allow: having('admin'),
  async handle({ caller, database, now, random }, { postId }) {
    const ended = await inTransaction(database, random, (transaction) =>
      endInTransaction(transaction, caller, { postId, now }),
    );
    await leaveRoster(database, random, { county: ended.county, postId, now });
    await waitForNext(database, ended);
    return {};
  },
});
