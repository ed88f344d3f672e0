import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { schools } from '../../platform/collections';
import { command } from '../../platform/database';
import { pageAfter, pageOf } from './page';

export const listSchools = defineAction('directory.listSchools', {
  allow: anyone,
  async handle({ database }, { county, township, ids, cursor }) {
    const found = await database.find(schools, {
      where: {
        ...(township ? { township } : { county }),
        ...(ids ? { _id: command.in(ids) } : pageAfter(cursor)),
      },
      ...pageOf(100),
    });
    return {
      // A closed one is named where it is known, and offered to nobody.
      schools: found
        .slice(0, 100)
        .filter(({ closedAt }) => ids !== undefined || closedAt === undefined)
        .map(({ _id, name, township: at, phone }) => ({
          id: _id,
          name,
          township: at,
          phone,
        })),
      next: found[100] && found[99]?._id,
    };
  },
});
