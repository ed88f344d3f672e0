/** What MongoDB refuses in an update because of the document it meets, and mingo lets through. */
import { invalidParam, requestFailed } from '../errors';
import { toEjson } from './ejson';
import { isFields, type Document, type Fields, type Value } from './values';

const CREATES_PATH = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet']);

/** Checks an update against the document it is about to change. Throws DATABASE_REQUEST_FAILED. */
export function checkAgainst(document: Document, update: Fields): void {
  for (const [operator, changes] of Object.entries(update)) {
    if (!isFields(changes)) continue;
    for (const [path, operand] of Object.entries(changes)) {
      checkTarget(document, operator, path, operand);
      if (operator === '$rename' && typeof operand === 'string') {
        requireNoList(document, path);
        requireNoList(document, operand);
        walk(document, operand, '$set');
      }
      if (operator === '$addToSet') requireClearSet(document, path, operand);
    }
  }
}

/** The renamed field and its new place must not be within a list. */
function requireNoList(document: Document, path: string): void {
  const steps = path.split('.');
  for (let depth = 1; depth < steps.length; depth++) {
    if (Array.isArray(walk(document, steps.slice(0, depth).join('.'), '$rename')))
      throw requestFailed(`The path '${path}' of $rename cannot lead through an array`);
  }
}

/** Objects that differ in the order of their fields are one to mingo and two to MongoDB. */
function requireClearSet(document: Document, path: string, operand: Value): void {
  const added = isFields(operand) && Array.isArray(operand.$each) ? operand.$each : [operand];
  const held = walk(document, path, '$addToSet');
  const present = Array.isArray(held) ? held : [];
  const all = [...present, ...added].filter((item) => isFields(item) || Array.isArray(item));
  const exact = new Set(all.map(toEjson));
  if (exact.size !== new Set(all.map((item) => toEjson(inOrder(item)))).size)
    throw invalidParam(
      `local cloud: $addToSet of an object whose fields are in another order is not implemented ('${path}')`,
    );
}

function inOrder(value: Value): Value {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, inOrder(held)]));
}

function checkTarget(
  document: Document,
  operator: string,
  path: string,
  operand: Value | undefined,
): void {
  const target = walk(document, path, operator);
  if (target === undefined) return;
  if (operator === '$min' || operator === '$max') requireOneOrder(operator, path, target, operand);
  if (operator === '$inc' || operator === '$mul') requireExact(operator, path, target, operand);
  if (operator === '$push') requirePlainSort(path, target, operand);
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

/** Texts beyond this sort otherwise in JavaScript than in MongoDB. */
const BEYOND = /[\ud800-\uffff]/;

/** mingo compares values of different types, and texts, in its own order. */
function requireOneOrder(
  operator: string,
  path: string,
  target: Value,
  operand: Value | undefined,
): void {
  const texts = typeof target === 'string' && typeof operand === 'string';
  const beyond = texts && BEYOND.test(target + operand);
  const same = operand !== undefined && typeName(target) === typeName(operand);
  if (!same || isFields(target) || Array.isArray(target) || beyond)
    throw invalidParam(
      `local cloud: ${operator} between values of different types, lists or such texts is not implemented ('${path}')`,
    );
}

/** A whole number that a double would round is a long in MongoDB. */
function requireExact(
  operator: string,
  path: string,
  target: Value,
  operand: Value | undefined,
): void {
  if (typeof target !== 'number' || typeof operand !== 'number') return;
  const result = operator === '$inc' ? target + operand : target * operand;
  const whole = Number.isInteger(target) && Number.isInteger(operand);
  if (whole && !Number.isSafeInteger(result))
    throw invalidParam(`local cloud: ${operator} beyond 2^53 is not implemented ('${path}')`);
}

/** mingo sorts what is pushed in JavaScript's order: numbers among numbers, plain texts among plain texts. */
function requirePlainSort(path: string, target: Value, operand: Value | undefined): void {
  if (!isFields(operand) || operand.$sort === undefined || !Array.isArray(target)) return;
  const items = [...target, ...(Array.isArray(operand.$each) ? operand.$each : [])];
  const kinds = new Set(items.map(typeName));
  const plain =
    typeof operand.$sort === 'number' &&
    kinds.size <= 1 &&
    items.every(
      (item) => typeof item === 'number' || (typeof item === 'string' && !BEYOND.test(item)),
    );
  if (!plain)
    throw invalidParam(
      `local cloud: $push with $sort is implemented for lists of numbers or of plain texts ('${path}')`,
    );
}
