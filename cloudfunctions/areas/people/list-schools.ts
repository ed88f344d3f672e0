import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { countyAdministered, signedIn } from '../../platform/caller';
import { schools } from '../../platform/collections';
import { command } from '../../platform/database';

export const listSchools = defineAction('people.listSchools', {
  allow: having('admin'),
  async handle({ caller, database }, { cursor }) {
    const county = countyAdministered(caller);
    const own = signedIn(caller).posts.flatMap(({ role, schoolId }) =>
      role === 'admin' && schoolId !== undefined ? [schoolId] : [],
    );
    const after = cursor === undefined ? {} : { _id: command.gt(cursor) };
    const found = await database.find(schools, {
      where: county === undefined ? { _id: command.in(own) } : { county, ...after },
      order: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    return {
      schools: page.map(({ _id: id, name, township, phone, closedAt }) => ({
        ...{ id, name, township, phone, closed: closedAt !== undefined },
      })),
      next: found.length > page.length ? page.at(-1)?._id : undefined,
      mayMake: county !== undefined,
    };
  },
});
