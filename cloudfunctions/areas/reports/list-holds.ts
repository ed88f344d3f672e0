import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { legalHolds } from '../../platform/collections';
import { command } from '../../platform/database';
import { openHold } from '../../platform/legal-holds';

export const listHolds = defineAction('reports.listHolds', {
  allow: countyAdministrators,
  async handle({ caller, database, now }, { before }) {
    const found = await database.find(legalHolds, {
      where: {
        county: countyAdministered(caller) ?? '',
        // Whoever it is about, or in the circle of, sees nothing of it here either.
        keptFrom: command.nin([caller.openid]),
        ...(before !== undefined && { setAt: command.lt(before) }),
      },
      order: [['setAt', 'desc']],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    return {
      now,
      holds: page.map((hold) => ({
        ...{ id: hold._id, children: hold.childIds.length, setAt: hold.setAt },
        ...openHold(hold),
        own: hold.setBy === caller.openid,
        liftedAt: hold.liftedAt ?? undefined,
      })),
      next: found.length > page.length ? page.at(-1)?.setAt : undefined,
    };
  },
});
