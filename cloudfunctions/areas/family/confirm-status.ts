import { worksWith } from '@rules/posts';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { sealAway } from './circle';

/** A teacher of the school or the township's child director says how it is. */
export const confirmStatus = defineAction('family.confirmStatus', {
  allow: rosterKeepers,
  async handle({ caller, database, now, once }, { childId, who, span }) {
    const { posts } = signedIn(caller);
    const answer = await once(async (transaction) => {
      const child = await transaction.get(children, childId);
      // The same answer whether the child is elsewhere or nowhere.
      if (!child || !posts.some((post) => worksWith(post, child))) {
        throw new ActionError('NOT_FOUND');
      }
      const away = { who, span, saidAt: now, confirmedAt: now };
      await transaction.update(children, childId, {
        away: sealAway(childId, away),
        rev: command.inc(1),
      });
      return { away };
    });
    await recordAccess(database, { viewer: caller, childIds: [childId], purpose: 'roster', now });
    return answer;
  },
});
