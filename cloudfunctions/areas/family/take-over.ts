import { worksWith } from '@rules/posts';
import { defineAction } from '../../platform/action';
import { rosterKeepers } from '../../platform/allow';
import { children, people } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { entryOf } from './entry';
import { nextProxy, takenOver } from './hand-over';
import { viewChild } from './read-children';

/** Somebody who works with a waiting child begins to act for its family at once. */
export const takeOver = defineAction('family.takeOver', {
  allow: rosterKeepers,
  mostPerHour: 120,
  async handle({ caller, now, once }, { childId }) {
    return once(async (transaction) => {
      const child = await transaction.get(children, childId);
      const person = await transaction.get(people, caller.openid);
      // The same answer whether the child is elsewhere, nowhere, or waits for nobody.
      if (child?.waitsIn === undefined) throw new ActionError('NOT_FOUND');
      if (!person?.posts.some((post) => worksWith(post, child))) throw new ActionError('NOT_FOUND');
      const mine = child.circle.find(({ openid }) => openid === caller.openid);
      const me = mine ?? nextProxy(caller.openid, now);
      const { circle, ...rest } = takenOver(child, me);
      await transaction.update(children, childId, mine ? rest : { circle, ...rest });
      const others = person.children.filter(({ id }) => id !== childId);
      await transaction.update(people, caller.openid, {
        children: command.set([...others, entryOf(child, me)]),
      });
      return viewChild(child, me);
    });
  },
});
