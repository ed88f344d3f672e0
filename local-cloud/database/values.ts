/** Everything a document or a query can hold. Absent fields are absent; `undefined` does not occur. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Fields;
export interface Fields {
  [name: string]: Value;
}
/** A document always carries `_id`. */
export interface Document extends Fields {
  _id: string | number;
}

/** Whether a value is a plain sub-document (no list, date or pattern). */
export function isFields(value: Value | undefined): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

/** Whether the fields form a document: `_id` is text or a number, as WeChat Cloud accepts. */
export function isDocument(fields: Fields): fields is Document {
  return typeof fields._id === 'string' || typeof fields._id === 'number';
}

/** The value at a dotted path, without entering lists; undefined when absent. */
export function valueAt(fields: Fields, path: string): Value | undefined {
  let at: Value | undefined = fields;
  for (const step of path.split('.')) {
    if (!isFields(at) || !Object.hasOwn(at, step)) return undefined;
    at = at[step];
  }
  return at;
}

/** What came back from mingo, which is untyped; only what a document can hold passes. */
export function valueOf(result: unknown): Value {
  if (result === null || result === undefined) return null;
  if (typeof result === 'string' || typeof result === 'number' || typeof result === 'boolean')
    return result;
  if (result instanceof Date || result instanceof RegExp) return result;
  if (Array.isArray(result)) return result.map(valueOf);
  if (typeof result !== 'object') throw new Error(`cannot return a ${typeof result}`);
  return Object.fromEntries(
    Object.entries(result).flatMap(([key, inner]) =>
      inner === undefined ? [] : [[key, valueOf(inner)]],
    ),
  );
}
