/** What a query may contain: what MongoDB refuses and mingo lets through is refused, and what mingo would answer differently too. */
import { invalidParam, requestFailed } from '../errors';
import { withPatterns } from './patterns';
import { pitfallOf, type Pitfall } from './pitfalls';
import { isFields, type Fields, type Value } from './values';

const RANGES = new Set(['$gt', '$gte', '$lt', '$lte']);

const notImplemented = (what: string) => invalidParam(`local cloud: ${what} is not implemented`);
const isOperators = (value: Value | undefined): value is Fields =>
  isFields(value) && Object.keys(value).some((key) => key.startsWith('$'));

/**
 * Checks a query. Throws DATABASE_REQUEST_FAILED for what MongoDB refuses and INVALID_PARAM for what is not implemented.
 * Returns what must be looked at in each document as well.
 */
export function checkQuery(query: Fields): Pitfall[] {
  return Object.entries(query).flatMap(([path, wanted]) => {
    if (path === '$and' || path === '$or' || path === '$nor') return checkBranches(path, wanted);
    if (path.startsWith('$')) throw notImplemented(`the query operator ${path}`);
    return checkField(path, wanted);
  });
}

function checkBranches(operator: string, branches: Value): Pitfall[] {
  if (!Array.isArray(branches) || branches.length === 0)
    throw requestFailed(`${operator} must be a nonempty array`);
  return branches.flatMap((branch) => {
    if (!isFields(branch)) throw requestFailed(`${operator} entries need to be full objects`);
    return checkQuery(branch);
  });
}

function checkField(path: string, wanted: Value): Pitfall[] {
  if (!isOperators(wanted)) {
    checkWhole(wanted);
    return pitfallOf(path, '$eq', wanted);
  }
  return Object.entries(wanted).flatMap(([operator, operand]) => {
    checkOperator(operator, operand, wanted);
    if (operator === '$not' && isFields(operand)) return checkField(path, operand);
    return pitfallOf(path, operator, operand);
  });
}

function checkOperator(operator: string, operand: Value, all: Fields): void {
  if (!operator.startsWith('$')) throw requestFailed(`unknown operator: ${operator}`);
  if (operator === '$eq' || operator === '$ne') return checkWhole(operand);
  if (RANGES.has(operator)) return checkRange(operator, operand);
  if (operator === '$in' || operator === '$nin' || operator === '$all')
    return checkList(operator, operand);
  switch (operator) {
    case '$not':
      if (operand instanceof RegExp) return checkWhole(operand);
      if (isOperators(operand)) return;
      throw requestFailed('$not needs a regex or a document');
    case '$exists':
      if (typeof operand === 'boolean') return;
      throw notImplemented('$exists with anything but true and false');
    case '$elemMatch':
      if (!isFields(operand)) throw requestFailed('$elemMatch needs an Object');
      if (isOperators(operand) && !/^\$(and|or|nor)$/.test(Object.keys(operand)[0] ?? ''))
        checkField('', operand);
      else checkQuery(operand);
      return;
    case '$size':
      if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return;
      throw requestFailed('$size must be a whole number');
    case '$mod':
      if (
        Array.isArray(operand) &&
        operand.length === 2 &&
        operand.every(Number.isInteger) &&
        operand[0] !== 0
      )
        return;
      throw requestFailed('malformed mod: two whole numbers are needed, the divisor not 0');
    case '$regex':
      if (typeof operand === 'string' || operand instanceof RegExp) {
        withPatterns({ $regex: operand, $options: all.$options ?? null });
        return;
      }
      throw requestFailed('$regex has to be a string');
    case '$options':
      if (all.$regex === undefined) throw requestFailed('$options needs a $regex');
      if (typeof operand === 'string' && /^[ims]*$/.test(operand)) return;
      throw requestFailed('invalid flag in regex options');
    default:
      throw notImplemented(`the query operator ${operator}`);
  }
}

function checkList(operator: string, operand: Value): void {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`);
  for (const item of operand) {
    const nested = isOperators(item);
    if (operator === '$all' && nested && item.$elemMatch !== undefined) {
      checkOperator('$elemMatch', item.$elemMatch, item);
      continue;
    }
    if (nested) throw requestFailed(`cannot nest $ under ${operator}`);
    if (Array.isArray(item)) throw notImplemented(`a list within ${operator}`);
    checkWhole(item);
  }
}

function checkRange(operator: string, operand: Value): void {
  if (typeof operand === 'object' && !(operand instanceof Date))
    throw notImplemented(`${operator} with null, a list, an object or a pattern`);
}

/** MongoDB compares whole objects with the order of their fields, mingo without. */
export function checkWhole(value: Value): void {
  if (Array.isArray(value)) return value.forEach(checkWhole);
  if (value instanceof RegExp) withPatterns(value);
  if (!isFields(value)) return;
  const inner = Object.values(value);
  if (inner.length > 1)
    throw notImplemented(
      'comparing with a whole object of several fields (their order counts on the server; compare the fields)',
    );
  inner.forEach(checkWhole);
}
