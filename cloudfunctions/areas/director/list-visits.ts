import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { children } from '../../platform/collections';
import { careEntry, ownChild } from './desk';
import { isOwnFamily, pageOfVisits } from './visit-note';

/**
 * For the child director of the township, whoever that is now: a successor reads on. Whoever is of the
 * family as well sees nothing that is about the child's safety.
 */
export const listVisits = defineAction('director.listVisits', {
  allow: having('director'),
  async handle({ caller, database, now }, { childId, before }) {
    const { openid } = caller;
    const own = ownChild(caller, await database.get(children, childId));
    const [page] = await Promise.all([
      pageOfVisits(database, {
        childId,
        before,
        viewer: openid,
        safety: !isOwnFamily(own, openid),
      }),
      recordAccess(database, {
        ...{ viewer: caller, role: 'director', childIds: [childId], purpose: 'homeVisit', now },
      }),
    ]);
    return { now, child: careEntry(own, openid, now), ...page };
  },
});
