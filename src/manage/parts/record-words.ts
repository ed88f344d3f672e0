import type { Change, ChangeValue } from '@contract/manage';
import { accessWays, serviceKinds } from '@contract/enums';
import { startOfDay } from '@rules/dates';
import { manage } from '@/wording/manage';
import { accessNames, serviceKindNames, travelText } from '@/wording/names';
import { fullDate } from '@/wording/when';

/** What a field is called. */
export function fieldName(field: string): string {
  const names: Record<string, string> = manage.fields;
  return names[field] ?? field;
}

/** What stands in a field, as a sentence; townships by their names. */
export function valueText(
  field: string,
  value: ChangeValue | undefined,
  townshipName: (code: string) => string,
): string {
  if (value === undefined) return manage.nothing;
  if (typeof value === 'boolean') return value ? manage.yes : manage.no;
  if (field === 'township' && typeof value === 'string') return townshipName(value);
  if (field === 'schoolId') return manage.ofSchool;
  if (field === 'closedOn' && typeof value === 'string') return fullDate(startOfDay(value));
  if (Array.isArray(value)) return value.map((one) => wordOf(field, one)).join('、');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([code, travel]) => `${townshipName(code)}${travelText(travel) ?? ''}`)
      .join('，');
  }
  return String(value);
}

function wordOf(field: string, one: string): string {
  const kind = field === 'kinds' && serviceKinds.find((each) => each === one);
  if (kind) return serviceKindNames[kind];
  const way = field === 'ways' && accessWays.find((each) => each === one);
  return way ? accessNames[way] : one;
}

/** `原来：… 现在：…`, for reading aloud as well. */
export const changeLines = (change: Change, townshipName: (code: string) => string) => ({
  old: `${manage.was}${valueText(change.field, change.old, townshipName)}`,
  new: `${manage.is}${valueText(change.field, change.new, townshipName)}`,
});
