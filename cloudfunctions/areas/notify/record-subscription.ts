import { mostCredits } from '@contract/push';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { subscriptions } from '../../platform/collections';

/**
 * What WeChat's question was answered with: one consent is one message. Written down once for a
 * request, so that an answer that is repeated by the network gives no consent that WeChat has not.
 */
export const recordSubscription = defineAction('notify.recordSubscription', {
  allow: signedInPeople,
  mostPerHour: 120,
  async handle({ caller, now, once }, { answers }) {
    const { openid } = caller;
    return once(async (transaction) => {
      const before = await transaction.get(subscriptions, openid);
      const stock = { ...before?.stock };
      const asked = { ...before?.asked };
      for (const { template, answer } of answers) {
        const had = stock[template] ?? 0;
        // A refusal for good takes back what was left; one for now leaves it.
        if (answer === 'accept') stock[template] = Math.min(had + 1, mostCredits);
        if (answer === 'ban') stock[template] = 0;
        asked[template] = { answer, at: now };
      }
      const change = { stock, asked };
      if (before) await transaction.update(subscriptions, openid, change);
      else await transaction.add(subscriptions, { _id: openid, ...change });
      return {
        credits: Object.fromEntries(
          answers.map(({ template }) => [template, stock[template] ?? 0]),
        ),
      };
    });
  },
});
