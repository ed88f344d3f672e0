import { mayUseReserved } from '@rules/priority';
import type { ChildDocument } from '../../platform/collections';
import { openAway } from '../family/circle';

/**
 * Whether a child may use kept places before their release: by what was said of its parents, or by
 * an urgency that a person has set for one of its requests.
 */
export function isEntitled(child: ChildDocument): boolean {
  const away = openAway(child);
  const urgencies = (child.waits ?? []).map(({ urgency }) => urgency);
  return ['routine' as const, ...urgencies].some((urgency) => mayUseReserved({ away, urgency }));
}
