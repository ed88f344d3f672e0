import { minuteMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { keepProgress } from './keep-progress';

/** A phone's clock may go wrong: what lies ahead of ours counts as now. */
const aheadMs = minuteMs;

export const saveProgress = defineAction('guides.saveProgress', {
  allow: signedInPeople,
  mostPerHour: 600,
  async handle(context, { items }) {
    const latest = context.now + aheadMs;
    const believed = items.map(({ answered, ...item }) => ({
      ...item,
      at: Math.min(item.at, latest),
      ...(answered ? { answered: { ...answered, at: Math.min(answered.at, latest) } } : {}),
    }));
    return { items: await keepProgress(context, believed) };
  },
});
