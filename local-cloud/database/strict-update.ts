/** What MongoDB refuses in an update and mingo lets through. Checked before mingo touches the document. */
import { requestFailed } from '../errors';
import { toEjson } from './ejson';
import { isFields, type Document, type Fields, type Value } from './values';

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
const CREATES_PATH = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet']);

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

function checkPath(path: string): void {
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

/** Checks an update against the document it is about to change. Throws DATABASE_REQUEST_FAILED. */
export function checkAgainst(document: Document, update: Fields): void {
  for (const [operator, changes] of Object.entries(update)) {
    if (!isFields(changes)) continue;
    for (const path of Object.keys(changes)) checkTarget(document, operator, path);
  }
}

function checkTarget(document: Document, operator: string, path: string): void {
  const target = walk(document, path, operator);
  if (target === undefined) return;
  const described = `{_id: ${JSON.stringify(document._id)}} has the field '${path}' of type ${typeName(target)}`;
  if ((operator === '$inc' || operator === '$mul') && typeof target !== 'number') {
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type. ${described}`);
  }
  if (/^\$(push|addToSet|pull|pullAll|pop)$/.test(operator) && !Array.isArray(target)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(target)} in document {_id: ${JSON.stringify(document._id)}}`,
    );
  }
}

/** The value at a path; refuses to go through what is neither an object nor a list element. */
function walk(document: Document, path: string, operator: string): Value | undefined {
  const steps = path.split('.');
  let at: Value | undefined = document;
  for (const [i, step] of steps.entries()) {
    if (at === undefined) return undefined;
    if (isFields(at)) {
      at = Object.hasOwn(at, step) ? at[step] : undefined;
    } else if (Array.isArray(at) && /^\d+$/.test(step)) {
      at = at[Number(step)];
    } else {
      if (!CREATES_PATH.has(operator)) return undefined;
      throw requestFailed(
        `Cannot create field '${step}' in element {${steps[i - 1] ?? ''}: ${JSON.stringify(at)}}`,
      );
    }
  }
  return at;
}

function typeName(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : typeof value;
}
