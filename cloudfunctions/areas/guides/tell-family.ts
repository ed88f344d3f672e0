import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { readGuide } from '../../platform/read-guide';
import { memberOf } from '../family/circle';
import { openHeard, sealHeard } from '../family/heard';
import { openChild } from '../family/read-children';
import { familyOf } from './companions';

/** What one hears says what worries one: it is told by a tap, never by itself. */
export const tellFamily = defineAction('guides.tellFamily', {
  allow: circleOfChild,
  mostPerHour: 30,
  async handle({ caller, database, now, once }, { childId, guideId }) {
    const { openid } = caller;
    const { otherHalf } = await readGuide(database, guideId, now);
    if (otherHalf === undefined) throw new ActionError('CANNOT_FOLLOW');
    return once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), openid);
      if (me.standing === 'proxy') throw new ActionError('FORBIDDEN');
      const before = openHeard(child);
      // Once is enough: a second tap tells nobody anything again.
      if (before.some((told) => told.openid === openid && told.guideId === guideId)) {
        return { told: true };
      }
      const { relation } = me;
      const list = [{ openid, relation, guideId, at: now }, ...before].slice(0, limits.toldKept);
      await transaction.update(children, childId, {
        heard: sealHeard(childId, list),
        rev: command.inc(1),
      });
      transaction.tell({
        ...{ to: familyOf(child).filter((adult) => adult !== openid), kind: 'otherHalfHeard' },
        ...{ childId, nickname: openChild(child).nickname },
        learning: { guideId: otherHalf, relation },
      });
      return { told: true };
    });
  },
});
