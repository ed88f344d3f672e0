/** Strict mode: a query that no index serves is refused, naming the index to add. */
import { CloudError } from '../errors';
import type { Collection } from './catalog';
import { constraintsOf } from './constraints';
import { isNarrow, type Order, type Plan } from './planner';
import type { Fields } from './values';

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
  if (unfiltered && order.length === 0) return null;
  if ((plan.union ?? [plan]).every((part) => isServed(part, unfiltered))) return null;
  return wantedIndex(plan.unserved ?? query, order);
}

function isServed(plan: Plan, unfiltered: boolean): boolean {
  if (plan.by === '_id' && isNarrow(plan)) return true;
  return plan.ordered && plan.by !== null && (isNarrow(plan) || unfiltered);
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
