import { limits } from '@contract/limits';
import { addDays, dayOf } from '@rules/dates';
import { viewLook } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { accessLog, children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { memberOf } from '../family/circle';

/**
 * Who of the staff looked, for guardians (PIPL 44). What safeguarding staff look at is kept in a
 * log of its own and never appears here: one of the guardians may be the one who does harm.
 */
export const listAccessLog = defineAction('account.listAccessLog', {
  allow: circleOfChild,
  async handle({ caller, database, now }, { childId, before }) {
    const { me } = memberOf(await database.get(children, childId), caller.openid);
    if (me.standing !== 'guardian') throw new ActionError('FORBIDDEN');
    const first = addDays(dayOf(now), -limits.accessLogDays);
    const found = await database.find(accessLog, {
      where: {
        childId,
        day: before ? command.gte(first).and(command.lt(before)) : command.gte(first),
      },
      order: [['day', 'desc']],
      limit: limits.pageSize * 3,
    });
    // A page ends between two days, so that no look of a day is left out.
    const last = found.at(-1)?.day;
    const full = found.length === limits.pageSize * 3 && found.some(({ day }) => day !== last);
    const page = full ? found.filter(({ day }) => day !== last) : found;
    return { looks: page.map(viewLook), next: full ? page.at(-1)?.day : undefined };
  },
});
