import type { Bulletin } from '@contract/push';
import { counsellorOf, countyAdministered, type Caller } from '../../platform/caller';
import type { BulletinDocument } from '../../platform/collections';

/** The county whose people the caller may send a guide to: an administrator's, or a counsellor's. */
export function bulletinCounty(caller: Caller): string | undefined {
  const administered = countyAdministered(caller);
  if (administered !== undefined) return administered;
  if (counsellorOf(caller) === undefined) return undefined;
  return caller.person?.posts.find(({ role }) => role === 'counsellor')?.county;
}

export function viewBulletin(document: BulletinDocument): Bulletin {
  const { _id: id, guideId, title, audience, township, at, tellAt, withdrawnAt } = document;
  const { reached, notReachable, opened } = document;
  return {
    ...{ id, guideId, title, audience, township: township ?? undefined, at },
    ...{ underWay: tellAt !== null, reached, notReachable, opened },
    withdrawn: withdrawnAt !== null,
  };
}
