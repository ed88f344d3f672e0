import { withdraw } from '@rules/consent';
import { isUpcoming } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { memberOf, viewConsents } from '../family/circle';
import { settleConsents } from './settle-consents';

/**
 * At once, also for an action in flight: that reads the child in its own transaction and writes to
 * it, so the two cannot both go through.
 */
export const withdrawConsent = defineAction('account.withdrawConsent', {
  allow: circleOfChild,
  mostPerHour: 60,
  async handle({ caller, now, newId, once }, { childId, purpose }) {
    return once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), caller.openid);
      const visitsAhead = child.upcoming.filter((visit) => isUpcoming(visit, now)).length;
      const before = child.consents.find((one) => one.purpose === purpose);
      const after = withdraw(before, { ...me, now });
      if (!after) return { consents: viewConsents(child), visitsAhead };
      const consents = child.consents.map((one) => (one === before ? after : one));
      const decisions = [{ purpose, version: after.version, decision: 'withdraw' as const }];
      const record = { _id: newId('d'), decisions, at: now };
      const givenUp = await settleConsents(transaction, { child, me, consents }, record);
      return {
        consents: viewConsents({ ...child, consents }),
        visitsAhead: visitsAhead - givenUp,
      };
    });
  },
});
