import { limits } from '@contract/limits';
import type { AccompanyState } from '@contract/courses';
import { dayMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { accompanies, children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { memberOf } from '../family/circle';
import { openChild } from '../family/read-children';
import { openAccompany } from './companions';

/** Agreeing shows the companion one's own progress, nobody else's; saying no needs no reason. */
export const answerAccompany = defineAction('guides.answerAccompany', {
  allow: signedInPeople,
  async handle({ caller, now, once }, { accompanyId, agree }) {
    const { openid } = caller;
    return once(async (transaction) => {
      const found = await transaction.get(accompanies, accompanyId);
      if (!found || found.expiresAt <= now) throw new ActionError('NOT_FOUND');
      const { childId } = found;
      const { child, me } = memberOf(await transaction.get(children, childId), openid);
      if (me.standing === 'proxy') throw new ActionError('NOT_FOUND');
      const mine = found.adult === openid;
      if (found.state !== 'offered' && !mine) throw new ActionError('CHANGED_MEANWHILE');
      const state: AccompanyState = agree ? 'agreed' : found.adult ? 'ended' : 'declined';
      await transaction.update(accompanies, accompanyId, {
        state,
        adult: openid,
        expiresAt: now + limits.accompanyDays * dayMs,
      });
      await transaction.update(children, childId, { rev: command.inc(1) });
      if (agree && found.state === 'offered') {
        const { courseId } = openAccompany(found);
        transaction.tell({
          ...{ to: [found.companion], kind: 'accompanyAgreed', childId },
          ...{ nickname: openChild(child).nickname, learning: { accompanyId, courseId } },
        });
      }
      return { state };
    });
  },
});
