/** Strict mode: a query that no index serves is refused, naming the index to add. */
import { CloudError } from '../errors';
import type { Collection } from './catalog';
import { alternativesOf } from './alternatives';
import { constraintsOf } from './constraints';
import { isNarrow, planOne, type Order, type Plan } from './planner';
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
  throw new CloudError(
    'LOCAL_CLOUD_INDEX_MISSING',
    `local cloud: no index of "${collection.name}" serves this query${order.length > 0 ? ' and its order' : ''}. Add an index on: ${fields}.`,
  );
}

/** The index that a query lacks; null when its plan serves it. */
export function missingIndex(query: Fields, order: Order, plan: Plan): Order | null {
  const narrowed = plan.stretches.every(
    (stretch) => stretch.equal.length > 0 || stretch.range !== undefined,
  );
  const unfiltered = Object.keys(query).length === 0;
  if (plan.by === '_id' && narrowed) return null;
  if (plan.ordered && plan.by !== null && (narrowed || unfiltered)) return null;
  const wanted = wantedIndex(query, order);
  return wanted.length === 0 ? null : wanted;
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
