import type { DutyShift, Worker } from '@contract/safety';
import { mondayOf, type OnDuty } from '@rules/duty';
import { addDays } from '@rules/dates';
import {
  dutyRoster,
  type DutyRosterDocument,
  type PersonDocument,
  type PostDocument,
} from '../../platform/collections';
import { countyAdministered, signedIn, type Caller } from '../../platform/caller';
import { rosterId } from '../../platform/duty';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { postName } from './colleagues';

/** Whose roster the caller sees: the county they administer, else that of their first post. */
export function countyOfRoster(caller: Caller): string {
  const person: PersonDocument = signedIn(caller);
  const county = countyAdministered(caller) ?? person.posts[0]?.county;
  if (county === undefined) throw new ActionError('FORBIDDEN');
  return county;
}

/** How the people of a roster are called; those whose post has ended are nobody. */
export function namesOf(held: readonly PostDocument[], openid: string) {
  return ({ postId, openid: whose }: OnDuty) => {
    const post = held.find(({ _id }) => _id === postId);
    const known: Worker = post ? { name: postName(post), role: post.role } : nobody;
    return { postId, ...known, mine: whose === openid };
  };
}
const nobody: Worker = { name: '', role: 'teacher' };

export function viewShift(
  { id, day, from, to, duty, standIn, swap }: DutyRosterDocument['shifts'][number],
  name: ReturnType<typeof namesOf>,
): DutyShift {
  return {
    ...{ id, day, from, to, duty: name(duty) },
    standIn: standIn ? name(standIn) : undefined,
    swap: swap ? name(swap) : undefined,
  };
}

export const isMonday = (day: string): boolean => mondayOf(day) === day;
export const isOfWeek = (day: string, week: string): boolean =>
  day >= week && day <= addDays(week, 6);

/** One shift of a week that is to change. @throws ActionError NOT_FOUND */
export async function shiftIn(
  transaction: Transaction,
  county: string,
  { week, shiftId }: { week: string; shiftId: string },
): Promise<{ roster: DutyRosterDocument; shift: DutyRosterDocument['shifts'][number] }> {
  const roster = await transaction.get(dutyRoster, rosterId(county, week));
  const shift = roster?.shifts.find(({ id }) => id === shiftId);
  if (!roster || !shift) throw new ActionError('NOT_FOUND');
  return { roster, shift };
}
