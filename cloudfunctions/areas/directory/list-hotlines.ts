import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { hotlines } from '../../platform/collections';
import { command } from '../../platform/database';

/** Region code of lines that answer in the whole country. */
export const wholeCountry = '000000';

export const listHotlines = defineAction('directory.listHotlines', {
  allow: anyone,
  async handle({ database }, { county }) {
    const found = await database.find(hotlines, {
      where: { region: command.in(county ? [wholeCountry, county] : [wholeCountry]) },
      order: [['order', 'asc']],
      limit: 100,
    });
    return {
      hotlines: found.map(({ _id, region: _region, ...line }) => ({ id: _id, ...line })),
    };
  },
});
