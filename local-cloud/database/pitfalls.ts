/** Documents on which mingo and MongoDB disagree about a condition; met with one, the query is refused instead of answered wrongly. */
import { invalidParam } from '../errors';
import { isFields, type Fields, type Value } from './values';

/** A condition to be looked at in each document before mingo decides. */
export interface Pitfall {
  path: string;
  steps: string[];
  operator: string;
  /** A missing field may satisfy it. */
  nullish: boolean;
}

/** The condition if there are documents it is refused for, else nothing. */
export function pitfallOf(path: string, operator: string, operand: Value): Pitfall[] {
  const steps = path.split('.');
  if (steps.length < 2 && operator !== '$all') return [];
  const nullish = operand === null || (Array.isArray(operand) && operand.includes(null));
  return [{ path, steps, operator, nullish }];
}

/** Throws INVALID_PARAM for a document that a condition cannot be judged on. */
export function requireClear(document: Fields, pitfalls: readonly Pitfall[]): void {
  for (const { path, steps, operator, nullish } of pitfalls) {
    const found = look(document, steps, 0, false);
    const unclear =
      (found.gap && nullish) ||
      (found.nested && operator !== '$eq') ||
      (found.single && operator === '$all');
    if (unclear)
      throw invalidParam(
        `local cloud: ${operator} on '${path}' is not implemented for documents such as ${JSON.stringify(document._id ?? null)}, where the path leads through a list`,
      );
  }
}

interface Found {
  /** An element of a list lacks the field. */
  gap: boolean;
  /** A list lies within a list on the path. */
  nested: boolean;
  /** The value is there and no list. */
  single: boolean;
}

function look(at: Value | undefined, steps: string[], depth: number, inList: boolean): Found {
  const last = depth === steps.length;
  if (Array.isArray(at) && (last || !/^\d+$/.test(steps[depth] ?? ''))) {
    if (last) return { gap: false, nested: inList, single: false };
    const items = at.map((item) =>
      look(Array.isArray(item) ? undefined : item, steps, depth, true),
    );
    return {
      gap: items.length === 0 || items.some((item) => item.gap),
      nested: inList || at.some(Array.isArray) || items.some((item) => item.nested),
      single: items.some((item) => item.single),
    };
  }
  if (last) return { gap: inList && at === undefined, nested: false, single: at !== undefined };
  const step = steps[depth] ?? '';
  if (Array.isArray(at)) return look(at[Number(step)], steps, depth + 1, inList);
  const next = isFields(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  return look(next, steps, depth + 1, inList);
}
