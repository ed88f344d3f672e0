import { consentVersions } from '@contract/consent';
import { decide } from '@rules/consent';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children, consentRecords } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { memberOf, viewConsents } from '../family/circle';

/** Purpose by purpose (PIPL 29); what was agreed to is kept with the version that was read. */
export const giveConsent = defineAction('account.giveConsent', {
  allow: circleOfChild,
  mostPerHour: 60,
  async handle({ caller, now, newId, once }, { childId, choices }) {
    if (choices.some(({ purpose, version }) => version !== consentVersions[purpose])) {
      throw new ActionError('CONSENT_CHANGED');
    }
    return once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), caller.openid);
      const decided = choices.map((choice) => {
        const before = child.consents.find(({ purpose }) => purpose === choice.purpose);
        return decide(before, choice, { ...me, now });
      });
      const consents = [
        ...child.consents.filter((one) => !decided.some(({ purpose }) => purpose === one.purpose)),
        ...decided,
      ];
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
        decisions: choices.map(({ purpose, version, agree }) => {
          const yes = me.standing === 'guardian' ? ('give' as const) : ('begin' as const);
          return { purpose, version, decision: agree ? yes : ('refuse' as const) };
        }),
        at: now,
      });
      return { consents: viewConsents({ ...child, consents }) };
    });
  },
});
