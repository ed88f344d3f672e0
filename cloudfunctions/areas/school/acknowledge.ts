import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { memberOf } from '../family/circle';
import { viewReaction } from './family-view';
import { react } from './react';

export const acknowledge = defineAction('school.acknowledge', {
  allow: circleOfChild,
  async handle({ caller, database, now, random }, input) {
    const { openid } = caller;
    const reaction = await inTransaction(database, random, (transaction) =>
      react(transaction, input, now, (child) => {
        const { relation, standing } = memberOf(child, openid).me;
        // Who acts for a family without a telephone tells it in person.
        if (standing === 'proxy') throw new ActionError('FORBIDDEN');
        return { seen: [{ openid, relation, standing }] };
      }),
    );
    return viewReaction(input.childId, reaction, openid);
  },
});
