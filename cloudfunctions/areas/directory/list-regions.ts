import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { regions } from '../../platform/collections';

export const listRegions = defineAction('directory.listRegions', {
  allow: anyone,
  async handle({ database }) {
    const found = await database.find(regions, { where: {}, order: [['_id', 'asc']], limit: 1000 });
    return {
      townships: found.map(({ _id, name, countyName }) => ({ code: _id, name, countyName })),
    };
  },
});
