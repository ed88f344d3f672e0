import { consentVersions } from '@contract/consent';
import { decide } from '@rules/consent';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { memberOf, viewConsents } from '../family/circle';
import { settleConsents } from './settle-consents';

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
      const yes = me.standing === 'guardian' ? ('give' as const) : ('begin' as const);
      const decisions = choices.map(({ purpose, version, agree }) => {
        return { purpose, version, decision: agree ? yes : ('refuse' as const) };
      });
      const record = { _id: newId('d'), decisions, at: now };
      await settleConsents(transaction, { child, me, consents }, record);
      return { consents: viewConsents({ ...child, consents }) };
    });
  },
});
