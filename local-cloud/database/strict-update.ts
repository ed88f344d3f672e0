/** What MongoDB refuses in an update and mingo lets through. Checked before mingo touches the document. */
import { invalidParam, requestFailed } from '../errors';
import { toEjson } from './ejson';
import { checkQuery, checkWhole } from './strict-query';
import { isFields, type Fields, type Value } from './values';

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$pop',
]);

/** Checks the shape of an update, which does not depend on the document. Throws DATABASE_REQUEST_FAILED. */
export function checkUpdate(update: Fields): void {
  const paths: string[] = [];
  for (const [operator, changes] of Object.entries(update)) {
    if (!OPERATORS.has(operator)) throw requestFailed(`Unknown modifier: ${operator}`);
    if (!isFields(changes))
      throw requestFailed(`Modifiers operate on fields but we found another type: ${operator}`);
    for (const [path, operand] of Object.entries(changes)) {
      checkPath(path);
      paths.push(path);
      checkOperand(operator, path, operand);
      if (operator === '$rename') {
        if (typeof operand !== 'string')
          throw requestFailed('The "to" field for $rename must be a string');
        checkPath(operand);
        paths.push(operand);
      }
      if ((operator === '$inc' || operator === '$mul') && typeof operand !== 'number')
        throw requestFailed(
          `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${operand === undefined ? '' : toEjson(operand)}}`,
        );
    }
  }
  // Once sorted, a path that contains another directly follows it or its other children.
  const sorted = paths.map((path) => `${path}.`).sort();
  for (const [i, path] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next?.startsWith(path))
      throw requestFailed(
        `Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`,
      );
  }
}

/** What only some operands have: modifiers, conditions, values that compare. */
function checkOperand(operator: string, path: string, operand: Value | undefined): void {
  if (operand === undefined) return;
  if (operator === '$push' || operator === '$addToSet') checkModifiers(operator, operand);
  if (operator === '$pull')
    if (isFields(operand)) checkQuery(operatorsIn(operand) ? { [path]: operand } : operand);
    else checkWhole(operand);
  if (operator === '$pullAll') {
    if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument');
    checkWhole(operand);
  }
  if ((operator === '$min' || operator === '$max') && (isFields(operand) || Array.isArray(operand)))
    throw invalidParam(`local cloud: ${operator} with a list or an object is not implemented`);
}

const operatorsIn = (fields: Fields) => Object.keys(fields).some((key) => key.startsWith('$'));

function checkModifiers(operator: string, operand: Value): void {
  if (!isFields(operand) || !operatorsIn(operand)) return;
  if (!Array.isArray(operand.$each))
    throw requestFailed(`The argument to $each in ${operator} must be an array`);
  const known = operator === '$push' ? ['$each', '$position', '$slice', '$sort'] : ['$each'];
  const unknown = Object.keys(operand).find((key) => !known.includes(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in ${operator}: ${unknown}`);
  const { $sort: sort } = operand;
  const directions = isFields(sort) ? Object.values(sort) : sort === undefined ? [1] : [sort];
  if (!directions.every((direction) => direction === 1 || direction === -1))
    throw requestFailed('The $sort element value must be either 1 or -1');
}

function checkPath(path: string): void {
  if (path.split('.').some((step) => step.startsWith('$')))
    throw invalidParam(`local cloud: positions such as $ in '${path}' are not implemented`);
  if (path === '_id' || path.startsWith('_id.'))
    throw requestFailed(
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  if (path.split('.').includes(''))
    throw requestFailed(
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  if (path.split('.').includes('__proto__'))
    throw requestFailed('a field cannot be named __proto__');
}
