import type { Where } from './sdk';
import { children, type ChildDocument } from './collections';
import { command, type Database } from './database';

/** The last child of the page before. */
export interface After {
  township: string;
  id: string;
}

/** A page of the children that match, in order of their ids; the fields must name an index with it. */
export function childrenWhere(
  database: Database,
  where: Record<string, unknown>,
  { after, limit }: { after: After | null; limit: number },
): Promise<ChildDocument[]> {
  const following: Where = after ? { _id: command.gt(after.id) } : {};
  return database.find(children, {
    where: { ...where, ...following },
    order: [['_id', 'asc']],
    limit,
  });
}

/** A page of a county's children, township by township, since that is how they are indexed. */
export async function childrenOfCounty(
  database: Database,
  county: string,
  { after, limit }: { after: After | null; limit: number },
): Promise<ChildDocument[]> {
  if (after) {
    const rest = await childrenWhere(database, { township: after.township }, { after, limit });
    if (rest.length > 0) return rest;
  }
  const from = after ? command.gt(after.township) : command.gt(county);
  return database.find(children, {
    // Three digits follow the county's six; nothing with them sorts after a tilde.
    where: { township: from.and(command.lt(`${county}~`)) },
    order: [
      ['township', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}
