import type { Away } from '@contract/family';
import { dueKey, type CareDates } from '@rules/home-visits';
import type { ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { openAway } from './circle';

/** Whether somebody of the staff has confirmed that the parents live at home. */
export const parentsHome = (away: Away | undefined): boolean =>
  away?.confirmedAt !== undefined && away.who === 'nobody';

/** What changes of a child whose dates of visits, or whose status, are these: its place in the lists. */
export function careChange(
  child: ChildDocument,
  care: CareDates = child.care ?? {},
  away: Away | undefined = openAway(child),
) {
  const known = Object.fromEntries(Object.entries(care).filter(([, day]) => day !== undefined));
  return {
    care: command.set(known),
    visitDue: dueKey(care, parentsHome(away)),
    confirmed: away?.confirmedAt !== undefined,
  };
}
