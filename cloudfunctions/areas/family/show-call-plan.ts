import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { familyMember } from './family-warmth';
import { viewCalls } from './warmth-view';

export const showCallPlan = defineAction('family.showCallPlan', {
  allow: familyOfChild,
  async handle({ caller, database, now }, { childId }) {
    const found = await database.get(children, childId);
    const { child, me, warmth } = familyMember(found, caller.openid);
    return viewCalls(child, me, warmth, now);
  },
});
