/** The branches of `$or`, each as a query that can be served by an index of its own. */
import { isFields, type Fields } from './values';

const MAX_BRANCHES = 100;

/** For each `$or` that every match must meet, its branches joined with the rest of the query. */
export function alternativesOf(query: Fields): Fields[][] {
  return clauses(query)
    .filter((clause) => clause.length > 0 && clause.length <= MAX_BRANCHES)
    .map((clause) => clause.map((branch): Fields => ({ $and: [query, branch] })));
}

/** The `$or` at the top, also where `$and` has wrapped it. */
function clauses(query: Fields): Fields[][] {
  const found: Fields[][] = [];
  for (const [key, value] of Object.entries(query)) {
    if (!Array.isArray(value)) continue;
    if (key === '$or' && value.every(isFields)) found.push(value);
    if (key === '$and') for (const part of value) if (isFields(part)) found.push(...clauses(part));
  }
  return found;
}
