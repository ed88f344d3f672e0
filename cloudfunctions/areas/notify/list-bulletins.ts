import { limits } from '@contract/limits';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { guideWriters } from '../../platform/allow';
import { bulletins } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { bulletinCounty, viewBulletin } from './bulletins';

export const listBulletins = defineAction('notify.listBulletins', {
  allow: guideWriters,
  async handle({ caller, database, now }, { before }) {
    const county = bulletinCounty(caller) ?? '';
    const found = await database.find(bulletins, {
      where: { county, ...(before === undefined ? {} : { at: command.lt(before) }) },
      order: [['at', 'desc']],
      limit: limits.pageSize + 1,
    });
    const page = wholePage(found, limits.pageSize, ({ at }) => at);
    return {
      now,
      bulletins: page.map(viewBulletin),
      next: found.length > page.length ? page.at(-1)?.at : undefined,
    };
  },
});

export const withdrawBulletin = defineAction('notify.withdrawBulletin', {
  allow: guideWriters,
  async handle({ caller, database, now }, { id }) {
    const found = await database.get(bulletins, id);
    if (!found || found.county !== bulletinCounty(caller)) throw new ActionError('NOT_FOUND');
    const change = { withdrawnAt: found.withdrawnAt ?? now, tellAt: null };
    await database.updateWhere(bulletins, { _id: id }, change);
    return viewBulletin({ ...found, ...change });
  },
});
