import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { memberId } from './circle';
import { home } from '../../platform/warmth';
import { familyMember, keepWarmth, sideOf } from './family-warmth';
import { viewCalls } from './warmth-view';

/** Somebody away says it of themselves, somebody at home of the child. */
export const setFreeTimes = defineAction('family.setFreeTimes', {
  allow: familyOfChild,
  async handle({ caller, now, once }, { childId, busy: spans }) {
    const { openid } = caller;
    return once(async (transaction) => {
      const { child, me, warmth } = familyMember(await transaction.get(children, childId), openid);
      const of = sideOf(child, me) === 'home' ? home : memberId(childId, openid);
      const busy = [...warmth.busy.filter((one) => one.of !== of), { of, spans }];
      await keepWarmth(transaction, child, { ...warmth, busy });
      return viewCalls(child, me, { ...warmth, busy }, now);
    });
  },
});
