import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { careChange } from './care';
import { memberOf, openAway, sealAway } from './circle';

/** Self-declared, with no papers at the door (rules.md, "Fair priority"); confirmed later. */
export const sayWhoIsAway = defineAction('family.sayWhoIsAway', {
  allow: circleOfChild,
  async handle({ caller, now, once }, { childId, who, span }) {
    return once(async (transaction) => {
      const { child } = memberOf(await transaction.get(children, childId), caller.openid);
      const before = openAway(child);
      const same = before?.who === who && before.span === span;
      // What was confirmed stays confirmed as long as the family says the same.
      const away = { who, span, saidAt: now, confirmedAt: same ? before.confirmedAt : undefined };
      await transaction.update(children, childId, {
        away: sealAway(childId, away),
        ...careChange(child, child.care, away),
        rev: command.inc(1),
      });
      return { away };
    });
  },
});
