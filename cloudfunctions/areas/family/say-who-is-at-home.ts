import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { maySeeAtHome, memberOf, sealAtHome } from './circle';

/** A number changes, a grandmother falls ill: whoever acts for the family puts it right. */
export const sayWhoIsAtHome = defineAction('family.sayWhoIsAtHome', {
  allow: circleOfChild,
  mostPerHour: 120,
  async handle({ caller, once }, { childId, ...atHome }) {
    return once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), caller.openid);
      // A family that is here itself is reached through its own account: nothing more is kept.
      const kept = child.athome !== undefined || me.standing === 'proxy';
      if (!maySeeAtHome(me) || !kept) throw new ActionError('FORBIDDEN');
      await transaction.update(children, childId, {
        athome: sealAtHome(childId, atHome),
        rev: command.inc(1),
      });
      return { atHome };
    });
  },
});
