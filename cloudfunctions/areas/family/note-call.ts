import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { entryDocument } from '../../platform/timeline-entries';
import { familyMember, keepWarmth } from './family-warmth';
import { livingPlans, viewCalls, viewPlan } from './warmth-view';

/** Whether a planned call took place, as whoever is asked first says. It is neither counted nor judged. */
export const noteCall = defineAction('family.noteCall', {
  allow: familyOfChild,
  async handle({ caller, now, once }, { childId, planId, start, happened }) {
    const { openid } = caller;
    return once(async (transaction) => {
      const { child, me, warmth } = familyMember(await transaction.get(children, childId), openid);
      const plans = livingPlans(warmth, now);
      const plan = plans.find(({ id }) => id === planId);
      if (!plan) throw new ActionError('NOT_FOUND');
      if (viewPlan(plan, false, now)?.ask !== start) throw new ActionError('CANNOT_FOLLOW');
      const about = { _id: `${planId}_${start}`, childId, at: now, by: openid };
      await transaction.add(
        timeline,
        entryDocument(about, { kind: 'call', by: me.relation, happened }),
      );
      const after = {
        ...warmth,
        plans: plans.map((one) => (one === plan ? { ...one, noted: start } : one)),
        ...(happened && { contactAt: now }),
      };
      await keepWarmth(transaction, child, after);
      return viewCalls(child, me, after, now);
    });
  },
});
