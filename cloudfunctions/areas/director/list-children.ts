import type { RosterView } from '@contract/director';
import { limits } from '@contract/limits';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn, type Caller } from '../../platform/caller';
import { children, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { careEntry, ownTownship } from './desk';

/** A page of the township's children: one question, and the trace of the look. */
export const listChildren = defineAction('director.listChildren', {
  allow: having('director'),
  async handle({ caller, database, now }, { view, place, cursor }) {
    const township = ownTownship(caller, place);
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const found = await find(database, caller, { view, township, after });
    const page = found.slice(0, limits.pageSize);
    await recordAccess(database, {
      ...{ viewer: caller, role: 'director', purpose: 'roster', now },
      childIds: page.map(({ _id }) => _id),
    });
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      now,
      children: page.map((child) => careEntry(child, caller.openid, now)),
      next: last && `${last.visitDue ?? ''}_${last._id}`,
    };
  },
});

interface After {
  due: string;
  id: string;
}

/** An id may hold the mark as well: the day ends at the first one. */
function readCursor(cursor: string): After {
  const [due = '', ...id] = cursor.split('_');
  return { due, id: id.join('_') };
}

interface Asked {
  view: RosterView;
  township: string;
  after: After | undefined;
}

async function find(
  database: Database,
  caller: Caller,
  { view, township, after }: Asked,
): Promise<ChildDocument[]> {
  const limit = limits.pageSize + 1;
  if (view === 'due') {
    const following = after && [
      { township, visitDue: after.due, _id: command.gt(after.id) },
      { township, visitDue: command.gt(after.due) },
    ];
    return database.find(children, {
      where: following ? command.or(following) : { township },
      order: [
        ['visitDue', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    });
  }
  const next = after ? { _id: command.gt(after.id) } : {};
  if (view === 'unconfirmed') {
    const where = { township, confirmed: false, ...next };
    return database.find(children, { where, order: [['_id', 'asc']], limit });
  }
  const ids = signedIn(caller)
    .children.filter((child) => child.proxy && child.township === township)
    .map(({ id }) => id)
    .sort()
    .filter((id) => after === undefined || id > after.id)
    .slice(0, limit);
  if (ids.length === 0) return [];
  const found = await database.find(children, { where: { _id: command.in(ids) }, limit });
  // The circle is the truth: whoever was taken out of it sees the family here no more.
  return found
    .filter(({ circle }) => circle.some(({ openid }) => openid === caller.openid))
    .sort((one, other) => (one._id < other._id ? -1 : 1));
}
