import { withdraw } from '@rules/consent';
import { isUpcoming } from '@rules/slots';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children, consentRecords } from '../../platform/collections';
import { command } from '../../platform/database';
import { memberOf, viewConsents } from '../family/circle';

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
      await transaction.update(children, childId, {
        consents: command.set(consents),
        rev: command.inc(1),
      });
      await transaction.add(consentRecords, {
        _id: newId('d'),
        childId,
        by: caller.openid,
        relation: me.relation,
        standing: me.standing,
        decisions: [{ purpose, version: after.version, decision: 'withdraw' }],
        at: now,
      });
      return { consents: viewConsents({ ...child, consents }), visitsAhead };
    });
  },
});
