import { limits } from '@contract/limits';
import { nextOf, reminderOf } from '@rules/call-times';
import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, type ChildDocument } from '../../platform/collections';
import { schedule } from '../../platform/due';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { callRef } from './call-soon';
import { memberId, type Adult } from './circle';
import { openChild } from './read-children';
import type { Plan } from '../../platform/warmth';
import { familyAdults, familyMember, keepWarmth } from './family-warmth';
import { livingPlans, viewCalls } from './warmth-view';

/** One proposes, another one agrees; either may give it up, without a word to be found for it. */
export const planCall = defineAction('family.planCall', {
  allow: familyOfChild,
  mostPerHour: 60,
  async handle({ caller, newId, now, once }, input) {
    const { openid } = caller;
    const { childId } = input;
    return once(async (transaction) => {
      const { child, me, warmth } = familyMember(await transaction.get(children, childId), openid);
      const plans = livingPlans(warmth, now);
      const mine = memberId(childId, openid);
      const named = 'planId' in input ? plans.find(({ id }) => id === input.planId) : undefined;
      let after: Plan[];
      if (input.step === 'propose') {
        const { weekday, minute, weekly } = input;
        if (plans.length >= limits.callsPerChild) throw new ActionError('LIMIT_REACHED');
        const first = nextOf(input, now);
        const base = { id: newId('c'), weekday, minute, weekly, first, by: me.relation };
        after = [...plans, { ...base, state: 'proposed', from: mine, noted: 0 }];
        tell(transaction, { child, me, kind: 'callProposed', start: first });
      } else if (!named) {
        throw new ActionError('NOT_FOUND');
      } else if (input.step === 'drop') {
        after = plans.filter((plan) => plan !== named);
      } else {
        if (named.from === mine) throw new ActionError('FORBIDDEN');
        if (named.state === 'agreed') throw new ActionError('CANNOT_FOLLOW');
        const first = named.weekly ? nextOf(named, now) : named.first;
        after = plans.map((plan) => (plan === named ? { ...plan, state: 'agreed', first } : plan));
        await schedule(transaction, {
          ...{ kind: 'callSoon', ref: callRef(childId, named.id) },
          at: reminderOf(first),
        });
        tell(transaction, { child, me, kind: 'callAgreed', start: first });
      }
      await keepWarmth(transaction, child, { ...warmth, plans: after });
      return viewCalls(child, me, { ...warmth, plans: after }, now);
    });
  },
});

/** The others of the family hear of it. */
function tell(
  transaction: Transaction,
  about: { child: ChildDocument; me: Adult; kind: 'callProposed' | 'callAgreed'; start: number },
): void {
  const { child, me, kind, start } = about;
  const others = familyAdults(child).filter(({ openid }) => openid !== me.openid);
  transaction.tell({
    ...{ to: others.map(({ openid }) => openid), kind, start },
    ...{ childId: child._id, nickname: openChild(child).nickname },
  });
}
