import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { worksWithChild } from './classes';
import { react } from './react';

/** For families without a telephone of their own: the teacher or child director has told them. */
export const tellInPerson = defineAction('school.tellInPerson', {
  allow: rosterKeepers,
  async handle({ caller, database, now, random }, input) {
    const { childId, done } = await inTransaction(database, random, (transaction) =>
      react(transaction, input, now, (child) => {
        if (!worksWithChild(caller, child)) throw new ActionError('NOT_FOUND');
        return { inPerson: true };
      }),
    );
    return { childId, done };
  },
});
