import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { legalHolds } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { sealHoldName } from '../../platform/legal-holds';
import { callerName } from '../../platform/caller-name';

/** Whoever set it cannot lift it: two people answer for what is let go. */
export const liftLegalHold = defineAction('reports.liftHold', {
  allow: countyAdministrators,
  handle({ caller, now, once }, { id }) {
    return once(async (transaction) => {
      const hold = await transaction.get(legalHolds, id);
      const county = countyAdministered(caller);
      if (hold?.county !== county || hold?.keptFrom.includes(caller.openid)) {
        throw new ActionError('NOT_FOUND');
      }
      if (!hold?.active || hold.setBy === caller.openid) throw new ActionError('CANNOT_FOLLOW');
      await transaction.update(legalHolds, id, {
        ...{ active: false, liftedAt: now, liftedBy: caller.openid },
        liftedName: sealHoldName(id, 'liftedName', callerName(caller)),
      });
      return {};
    });
  },
});
