import { dayOf } from '@rules/dates';
import type { Context } from '../../platform/action';
import { children, people, threads, type ChildDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { locate, seatIn, type Seat, type ThreadPlace } from '../../platform/thread-seats';
import type { Caller } from '../../platform/caller';

export interface Seated {
  place: ThreadPlace;
  child: ChildDocument;
  seat: Seat;
}

/**
 * Whose thread it is, and as whom the caller sits in it. One round trip; two for a counsellor, whose
 * thread begins with a visit.
 * @throws ActionError NOT_FOUND, just so when there is no such thread.
 */
export async function sitDown(
  { caller, database, now }: Pick<Context, 'caller' | 'database' | 'now'>,
  threadId: string,
): Promise<Seated> {
  const place = locate(caller, threadId);
  const seated = seatOrNone(caller, place, await database.get(children, place.childId), now);
  const begun =
    seated?.seat.side === 'family' || place.kind === 'school' || !seated
      ? seated
      : await database.get(threads, threadId);
  if (!seated || !begun) throw new ActionError('NOT_FOUND');
  return seated;
}

/** The same for a child that was read in a transaction. */
export function seatOrNone(
  caller: Caller,
  place: ThreadPlace,
  child: ChildDocument | undefined,
  now: number,
): Seated | undefined {
  const seat = child && seatIn(caller, child, place, dayOf(now));
  return child && seat && { place, child, seat };
}

/** How staff are called; undefined for a family's account. */
export function staffName({ openid, person }: Caller): string | undefined {
  return (
    person?.name && decrypt({ collection: people.name, id: openid, field: 'name' }, person.name)
  );
}
