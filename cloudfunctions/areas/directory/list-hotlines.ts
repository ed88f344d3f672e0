import { dayOf } from '@rules/dates';
import { isClosed } from '@rules/directory-records';
import { wholeCountry } from '@rules/guide-regions';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { hotlines } from '../../platform/collections';
import { command } from '../../platform/database';

export const listHotlines = defineAction('directory.listHotlines', {
  allow: anyone,
  async handle({ database, now }, { county }) {
    const found = await database.find(hotlines, {
      where: { region: command.in(county ? [wholeCountry, county] : [wholeCountry]) },
      order: [['order', 'asc']],
      limit: 100,
    });
    return {
      hotlines: found
        .filter(({ closedOn }) => !isClosed(closedOn, dayOf(now)))
        .map(({ _id: id, region: _region, rev: _rev, closedOn: _closed, ...line }) => ({
          id,
          ...line,
        })),
    };
  },
});
