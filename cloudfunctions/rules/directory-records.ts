import { limits } from '@contract/limits';
import type { Change, ChangeValue } from '@contract/manage';
import { dayMs } from './dates';

/** After so many days somebody calls again and asks whether it is still right. */
const checkDays = { service: limits.serviceCheckDays, line: limits.lineCheckDays } as const;

/** Whether an entry of the directory should be checked again. */
export const isCheckOverdue = (
  kind: keyof typeof checkDays,
  verifiedAt: number,
  now: number,
): boolean => now - verifiedAt > checkDays[kind] * dayMs;

/** Closed from that day on; a day that is still to come is only announced. */
export const isClosed = (closedOn: string | undefined, day: string): boolean =>
  closedOn !== undefined && closedOn <= day;

/** JSON with sorted keys: a table of travel that was stored in another order is the same. */
const written = (value: unknown): string | undefined =>
  value === undefined
    ? undefined
    : JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );

type Fields = Record<string, ChangeValue | undefined>;

/** What is other in `after` than in `before`, field by field, in the order in which a form has them. */
export function changesOf(before: Fields, after: Fields): Change[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return fields
    .filter((field) => written(before[field]) !== written(after[field]))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { old: before[field] }),
      ...(after[field] !== undefined && { new: after[field] }),
    }));
}

/**
 * What a form still lacks before it can be saved: the way in that it promises must be there. The
 * spreadsheet's check says the same (config/county/check.ts).
 */
export function missingIn(fields: {
  ways: readonly string[];
  phone?: string | undefined;
  referredBy?: string | undefined;
}): ('phone' | 'referredBy')[] {
  return [
    ...(fields.ways.includes('call') && !fields.phone ? (['phone'] as const) : []),
    ...(fields.ways.includes('referral') && !fields.referredBy ? (['referredBy'] as const) : []),
  ];
}

/** Police, fire, ambulance and traffic police: nobody rings them to see whether they work. */
const emergencyNumbers = ['110', '119', '120', '122'];
export const isNeverTried = (number: string): boolean => emergencyNumbers.includes(number);
