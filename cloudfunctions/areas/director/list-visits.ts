import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { children, homeVisits } from '../../platform/collections';
import { command } from '../../platform/database';
import { careEntry, ownChild } from './desk';
import { viewVisit } from './visit-note';

/** Notes are long: so many stay within an answer. */
const visitsShown = 8;

/** For the child director of the township, whoever that is now: a successor reads on. */
export const listVisits = defineAction('director.listVisits', {
  allow: having('director'),
  async handle({ caller, database, now }, { childId, before }) {
    const where = { childId, ...(before !== undefined && { at: command.lt(before) }) };
    const [child, found] = await Promise.all([
      database.get(children, childId),
      database.find(homeVisits, { where, order: [['at', 'desc']], limit: visitsShown + 1 }),
    ]);
    const own = ownChild(caller, child);
    await recordAccess(database, {
      ...{ viewer: caller, role: 'director', childIds: [childId], purpose: 'homeVisit', now },
    });
    const page = found.slice(0, visitsShown);
    return {
      now,
      child: careEntry(own, caller.openid, now),
      visits: page.map((visit) => viewVisit(visit, caller.openid)),
      next: found.length > page.length ? page.at(-1)?.at : undefined,
    };
  },
});
