/** Chooses how SQLite narrows a query: by `_id`, by the index that fits best, by one for each branch of `$or`, or not at all. */
import { requestFailed } from '../errors';
import { alternativesOf } from './alternatives';
import { constraintsOf, type Constraint } from './constraints';
import { requireNoPosition, type IndexDefinition } from './index-entries';
import type { Fields } from './values';

export interface PlannedIndex {
  definition: IndexDefinition;
  /** For each field, whether some document has a list there. */
  multikey: boolean[];
}

export type Order = [path: string, direction: 1 | -1][];

/** Reads an order such as `{ at: -1 }`. Throws DATABASE_REQUEST_FAILED. */
export function orderOf(fields: Fields): Order {
  return Object.entries(fields).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`bad order: ${path} must be 1 or -1`);
    requireNoPosition(path);
    return [path, direction];
  });
}

/** One stretch of an index: equal values for the first fields, then perhaps a range on the next. */
export interface Stretch {
  equal: string[];
  range?: Constraint;
}

export interface Plan {
  /** `_id`, the name of an index, or null for a scan of the whole collection. */
  by: string | null;
  stretches: Stretch[];
  /** Each stretch comes in the wanted order, so reading may stop at the limit. */
  ordered: boolean;
  /** The index is walked backwards. */
  backwards: boolean;
  /** A document can come up more than once. */
  repeats: boolean;
  /** One plan for each branch of an `$or`, to be read one after the other; then the rest says nothing. */
  union?: Plan[];
  /** All that match are read, whatever the request shows of them in the end: an aggregation. */
  everything?: boolean;
  /** A branch of an `$or` that no index narrows. */
  unserved?: Fields;
}

const MAX_STRETCHES = 1000;
const ID_INDEX: PlannedIndex = {
  definition: { name: '_id', fields: [['_id', 1]], unique: true },
  multikey: [false],
};

/** The best plan for a query and an order. */
export function planQuery(query: Fields, order: Order, indexes: readonly PlannedIndex[]): Plan {
  const single = planOne(query, order, indexes);
  if (isNarrow(single)) return single;
  let unserved: Fields | undefined;
  for (const branches of alternativesOf(query)) {
    const union = branches.map((branch) => planOne(branch, order, indexes));
    if (union.every(isNarrow))
      return { ...single, by: '$or', ordered: false, repeats: true, union };
    unserved ??= branches.find((_, i) => !union[i] || !isNarrow(union[i]));
  }
  return unserved ? { ...single, unserved } : single;
}

/** Whether every stretch is bounded, so that not the whole collection is read. */
export const isNarrow = (plan: Plan): boolean =>
  plan.by !== null && plan.stretches.every((s) => s.equal.length > 0 || s.range !== undefined);

/** The best plan that uses one index. */
function planOne(query: Fields, order: Order, indexes: readonly PlannedIndex[]): Plan {
  const constraints = constraintsOf(query);
  let best: Plan = {
    by: null,
    stretches: [{ equal: [] }],
    ordered: order.length === 0,
    backwards: false,
    repeats: false,
  };
  let bestScore = order.length === 0 ? 1 : 0;
  for (const index of [ID_INDEX, ...indexes]) {
    const candidate = tryIndex(index, constraints, order);
    if (candidate.score > bestScore) [best, bestScore] = [candidate.plan, candidate.score];
  }
  return best;
}

function tryIndex(
  index: PlannedIndex,
  constraints: Map<string, Constraint>,
  order: Order,
): { plan: Plan; score: number } {
  const fields = index.definition.fields;
  let stretches: Stretch[] = [{ equal: [] }];
  let used = 0;
  let range: Constraint | undefined;
  for (const [i, [path]] of fields.entries()) {
    const constraint = constraints.get(path);
    const isList = index.multikey[i] === true;
    if (!constraint) break;
    if (constraint.keys && stretches.length * constraint.keys.length <= MAX_STRETCHES) {
      const keys = constraint.keys;
      stretches = stretches.flatMap((s) => keys.map((key) => ({ equal: [...s.equal, key] })));
      used++;
      continue;
    }
    if (constraint.lower || constraint.upper) range = isList ? oneSided(constraint) : constraint;
    break;
  }
  if (range) stretches = stretches.map((s) => ({ ...s, range }));
  const repeats = index.multikey.some(Boolean);
  // A list that is held at one value leaves the rest of the index in order; any other list does not.
  const scrambled = index.multikey.slice(used).some(Boolean) || (repeats && stretches.length > 1);
  const direction = scrambled ? null : served(index, used, order);
  const ordered = order.length === 0 || direction !== null;
  const narrowed = used + (range ? 1 : 0);
  // Equalities count most, then a range, then sparing the sort; an unbounded walk pays only for its order.
  const score =
    used * 10 +
    (range ? 5 : 0) +
    (ordered && order.length > 0 ? 3 : 0) +
    (narrowed > 0 ? 1 : 0) +
    (index === ID_INDEX && used > 0 ? 1000 : 0) -
    // Of two ranges the one by an index that was made for it.
    (index === ID_INDEX && range && constraints.size > 1 ? 0.5 : 0);
  const plan: Plan = {
    by: index.definition.name,
    stretches,
    ordered,
    backwards: direction === -1,
    repeats,
  };
  return { plan, score: narrowed > 0 || (ordered && order.length > 0) ? score : -1 };
}

/** Keeps the bound that the query itself gave: in a list, different elements may meet the two ends. */
function oneSided({ lower, upper }: Constraint): Constraint {
  if (lower && lower.key.length > 1) return { lower };
  return upper ? { upper } : {};
}

/** 1 or -1 when the index, after `used` equal fields, runs in the wanted order or exactly against it. */
function served(
  { definition: { fields }, multikey }: PlannedIndex,
  used: number,
  order: Order,
): 1 | -1 | null {
  let direction: 1 | -1 | null = null;
  let at = used;
  for (const [path, wanted] of order) {
    // A field that is held equal does not influence the order, unless it is a list: that is ordered by another value.
    if (fields.slice(0, used).some(([name], i) => name === path && !multikey[i])) continue;
    const field = fields[at++];
    if (field?.[0] !== path) return null;
    const now = field[1] === wanted ? 1 : -1;
    if (direction !== null && direction !== now) return null;
    direction = now;
  }
  return direction ?? 1;
}
