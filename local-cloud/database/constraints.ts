/** What a query demands of single fields, as bounds on their sort keys. Everything else is left to mingo. */
import { endOfType, isKeyable, sortKey } from './sort-key';
import { isFields, type Fields, type Value } from './values';

export interface Lower {
  key: string;
  inclusive: boolean;
}

/** The bounds of one field; all given bounds hold at once. */
export interface Constraint {
  /** The field equals one of these. */
  keys?: string[];
  lower?: Lower;
  upper?: Lower;
}

const MAX_KEYS = 1000;

/** Collects the bounds that every matching document satisfies, by path. `$or`, `$not` and the like add none. */
export function constraintsOf(query: Fields): Map<string, Constraint> {
  const all = new Map<string, Constraint>();
  gather(query, all);
  return all;
}

function gather(query: Fields, all: Map<string, Constraint>): void {
  for (const [path, wanted] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(wanted)) {
      for (const part of wanted) if (isFields(part)) gather(part, all);
    } else if (!path.startsWith('$') && wanted !== undefined) {
      const constraint = all.get(path) ?? {};
      if (isFields(wanted) && Object.keys(wanted).some((key) => key.startsWith('$'))) {
        for (const [operator, operand] of Object.entries(wanted))
          tighten(constraint, operator, operand);
      } else {
        tighten(constraint, '$eq', wanted);
      }
      if (constraint.keys || constraint.lower || constraint.upper) all.set(path, constraint);
    }
  }
}

/** Adds one operator. A second bound of the same kind is ignored: fewer bounds only mean more candidates. */
function tighten(constraint: Constraint, operator: string, operand: Value): void {
  if (operator === '$in') {
    if (Array.isArray(operand) && operand.length <= MAX_KEYS && operand.every(isKeyable)) {
      constraint.keys ??= [...new Set(operand.map(sortKey))].sort();
    }
    return;
  }
  if (!isKeyable(operand)) return;
  const key = sortKey(operand);
  if (operator === '$eq') constraint.keys = [key];
  if (operand === null) return;
  if (operator === '$gt' || operator === '$gte') {
    // A type's own end, one character long and set by the opposite operator, gives way to a real bound.
    if (!constraint.lower || constraint.lower.key.length === 1)
      constraint.lower = { key, inclusive: operator === '$gte' };
    constraint.upper ??= { key: endOfType(key), inclusive: false };
  }
  if (operator === '$lt' || operator === '$lte') {
    if (!constraint.upper || constraint.upper.key.length === 1)
      constraint.upper = { key, inclusive: operator === '$lte' };
    constraint.lower ??= { key: key.charAt(0), inclusive: true };
  }
}
