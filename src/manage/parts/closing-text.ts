import { dayOf, startOfDay } from '@rules/dates';
import { isClosed } from '@rules/directory-records';
import { manage } from '@/wording/manage';
import { fullDate } from '@/wording/when';

/** That a place is no more, or from which day on; undefined where it goes on. */
export function closingText(closedOn: string | undefined, now: number): string | undefined {
  if (closedOn === undefined) return undefined;
  if (isClosed(closedOn, dayOf(now))) return manage.isClosed;
  return manage.closing(fullDate(startOfDay(closedOn)));
}
