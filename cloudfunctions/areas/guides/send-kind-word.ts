import { limits } from '@contract/limits';
import { hourMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { bookingStaff } from '../../platform/allow';
import { accompanies, children } from '../../platform/collections';
import { command } from '../../platform/database';
import { callerName } from '../../platform/caller-name';
import { ActionError } from '../../platform/errors';
import { openChild } from '../family/read-children';
import { familyOf, openAccompany, roleWith } from './companions';

/** Prepared words only, and not many: nobody is pushed to hear faster. */
export const sendKindWord = defineAction('guides.sendKindWord', {
  allow: bookingStaff,
  mostPerHour: 30,
  async handle({ caller, now, once }, { accompanyId, word }) {
    return once(async (transaction) => {
      const found = await transaction.get(accompanies, accompanyId);
      const running = found?.state === 'agreed' && found.expiresAt > now;
      if (!running || found.companion !== caller.openid) throw new ActionError('NOT_FOUND');
      const child = await transaction.get(children, found.childId);
      const { adult, role, wordAt } = found;
      const there = child && roleWith(caller, child) && adult && familyOf(child).includes(adult);
      if (!there) throw new ActionError('NOT_FOUND');
      if (wordAt !== null && now - wordAt < limits.kindWordHours * hourMs) {
        throw new ActionError('TOO_MANY');
      }
      await transaction.update(accompanies, accompanyId, { wordAt: now });
      await transaction.update(children, child._id, { rev: command.inc(1) });
      const { courseId } = openAccompany(found);
      const learning = { accompanyId, courseId, word, role, name: callerName(caller) };
      const { nickname } = openChild(child);
      transaction.tell({ to: [adult], kind: 'kindWord', childId: child._id, nickname, learning });
      return {};
    });
  },
});
