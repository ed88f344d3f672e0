import type { CareEntry } from '@contract/director';
import { nextVisit } from '@rules/home-visits';
import { signedIn, type Caller } from '../../platform/caller';
import type { ChildDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { parentsHome } from '../family/care';
import { openAway } from '../family/circle';
import { rosterEntry } from '../family/list-roster';
import { isOwnFamily } from './visit-note';

/**
 * The township whose child director the caller is: the one that is named, or the first.
 * @throws ActionError FORBIDDEN when it is not theirs.
 */
export function ownTownship(caller: Caller, place: string | undefined): string {
  const held = signedIn(caller).posts.flatMap(({ role, township }) =>
    role === 'director' && township !== undefined ? [township] : [],
  );
  const township = place === undefined ? held[0] : held.find((one) => one === place);
  if (township === undefined) throw new ActionError('FORBIDDEN');
  return township;
}

/**
 * The child, for the child director of its township.
 * @throws ActionError NOT_FOUND, the same whether it is elsewhere or nowhere.
 */
export function ownChild(caller: Caller, child: ChildDocument | undefined): ChildDocument {
  const isTheirs = signedIn(caller).posts.some(
    ({ role, township }) => role === 'director' && township === child?.township,
  );
  if (!child || !isTheirs) throw new ActionError('NOT_FOUND');
  return child;
}

export function careEntry(child: ChildDocument, viewer: string, now: number): CareEntry {
  const due = nextVisit(child.care ?? {}, parentsHome(openAway(child)));
  return {
    ...rosterEntry(child, viewer, now),
    due: due && { reason: due.reason, ...(due.day !== '' && { day: due.day }) },
    visited: child.care?.visited,
    ...(isOwnFamily(child, viewer) && { ownFamily: true }),
  };
}
