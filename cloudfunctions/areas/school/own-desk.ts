import type { StandIn } from '@contract/school-desk';
import { signedIn, type Caller } from '../../platform/caller';
import type { DeskDocument } from '../../platform/collections';
import { openNames } from '../../platform/desks';
import { ActionError } from '../../platform/errors';

/** The post and school whose families the caller answers: of the first, if there are several. */
export function teacherPost(caller: Caller) {
  for (const { role, schoolId, county, classes } of signedIn(caller).posts) {
    if (role === 'teacher' && schoolId !== undefined) return { schoolId, county, classes };
  }
  throw new ActionError('FORBIDDEN');
}

/** Those that are not over, as somebody of the school sees them; who nothing of it is theirs sees it too. */
export function viewStandIns(desk: DeskDocument, openid: string, today: string): StandIn[] {
  const names = openNames(desk);
  return desk.standIns
    .filter(({ to }) => to >= today)
    .map(({ id, away, here, from, to }) => ({
      ...{ id, from, to, forName: names[away] ?? '', name: names[here] ?? '' },
      mine: away === openid ? 'away' : here === openid ? 'here' : 'none',
    }));
}
