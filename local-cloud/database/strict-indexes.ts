/** Strict mode: a query that no index serves is refused, naming the index to add. */
import { CloudError } from '../errors';
import type { Collection } from './catalog';
import { constraintsOf } from './constraints';
import { isNarrow, type Order, type Plan } from './planner';
import { isFields, type Fields } from './values';

/** Throws LOCAL_CLOUD_INDEX_MISSING when a query would scan the collection, or sort what the index does not. */
export function requireIndex(
  collection: Collection,
  query: Fields,
  order: Order,
  plan: Plan,
): void {
  const wanted = missingIndex(query, order, plan);
  if (wanted === null) return;
  const fields = wanted
    .map(([path, direction]) => `${path}${direction === -1 ? ' descending' : ''}`)
    .join(', ');
  const what = `this query${plan.unserved ? ' in each branch of its $or' : ''}${order.length > 0 ? ' and its order' : ''}`;
  throw new CloudError(
    'LOCAL_CLOUD_INDEX_MISSING',
    `local cloud: no index of "${collection.name}" serves ${what}. ${wanted.length > 0 ? `Add an index on: ${fields}.` : 'None could: add a condition on a field.'}`,
  );
}

/** The index that a query lacks, of an `$or` in its first unserved branch; null when its plan serves it, empty when none could. */
export function missingIndex(query: Fields, order: Order, plan: Plan): Order | null {
  const unfiltered = Object.keys(query).length === 0;
  // An aggregation without a condition reads everything, in whatever order; a find stops at its limit.
  if (unfiltered && plan.everything) return [];
  if (unfiltered && order.length === 0) return null;
  const onlyById = namesOnlyId(query);
  if ((plan.union ?? [plan]).every((part) => isServed(part, unfiltered, onlyById))) return null;
  return wantedIndex(plan.unserved ?? query, order);
}

function isServed(plan: Plan, unfiltered: boolean, onlyById: boolean): boolean {
  if (plan.by === '_id' && isNarrow(plan)) {
    if (plan.stretches.every((stretch) => stretch.equal.length > 0)) return true;
    // A range of `_id` may be the whole collection: fine for paging, not for looking for something else in it.
    return onlyById && plan.ordered;
  }
  return plan.ordered && plan.by !== null && (isNarrow(plan) || unfiltered);
}

/** Whether a query asks for nothing but `_id`. */
function namesOnlyId(query: Fields): boolean {
  return Object.entries(query).every(([path, wanted]) =>
    (path === '$and' || path === '$or') && Array.isArray(wanted)
      ? wanted.every((part) => isFields(part) && namesOnlyId(part))
      : path === '_id',
  );
}

/** Equal fields first, then the order, then a range. */
function wantedIndex(query: Fields, order: Order): Order {
  const constraints = [...constraintsOf(query)];
  const equal = constraints.filter(([, c]) => c.keys).map(([path]): Order[number] => [path, 1]);
  const ranged = constraints
    .filter(([path, c]) => !c.keys && !order.some(([p]) => p === path))
    .map(([path]): Order[number] => [path, 1]);
  const named = equal.map(([path]) => path);
  const wanted = [...equal, ...order.filter(([path]) => !named.includes(path)), ...ranged];
  // Nothing to go by: name what the query mentions, so that the message helps all the same.
  return wanted.length > 0
    ? wanted
    : Object.keys(query)
        .filter((key) => !key.startsWith('$'))
        .map((key) => [key, 1]);
}
