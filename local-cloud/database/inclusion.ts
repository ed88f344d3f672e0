/** Projections that only name what is wanted, the commonest kind, without mingo's machinery. */
import { isFields, type Document, type Fields } from './values';

/** The wanted top-level fields; null: the whole field, else the wanted fields within it. */
export type Inclusion = Map<string, Set<string> | null>;

/**
 * Reads `{ a: true, 'b.c': 1 }`. Undefined for everything else: exclusions, operators, deeper
 * paths, and paths that collide.
 */
export function inclusionOf(projection: Fields): Inclusion | undefined {
  const wanted: Inclusion = new Map();
  for (const [path, value] of Object.entries(projection)) {
    if (value !== true && value !== 1) return undefined;
    const [field, inner, ...deeper] = path.split('.');
    if (!field || field.startsWith('$') || deeper.length > 0) return undefined;
    const known = wanted.get(field);
    if (inner === undefined) {
      if (known !== undefined) return undefined;
      wanted.set(field, null);
    } else {
      if (known === null || inner === '') return undefined;
      wanted.set(field, (known ?? new Set()).add(inner));
    }
  }
  return wanted;
}

/**
 * The document with only what is wanted, in its own order, `_id` always. Undefined when a list
 * stands where a field within is wanted: MongoDB then looks into each element.
 */
export function include(document: Document, wanted: Inclusion): Document | undefined {
  const result: Document = { _id: document._id };
  for (const [field, value] of Object.entries(document)) {
    const inner = wanted.get(field);
    if (inner === undefined) continue;
    if (inner === null) {
      result[field] = value;
      continue;
    }
    if (Array.isArray(value)) return undefined;
    if (!isFields(value)) continue; // a path into a number or a text finds nothing
    result[field] = Object.fromEntries(Object.entries(value).filter(([name]) => inner.has(name)));
  }
  return result;
}
