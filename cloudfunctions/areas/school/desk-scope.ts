import { dayOf } from '@rules/dates';
import { joinParts, type SchoolPart } from '@rules/stand-ins';
import type { Rule } from '../../platform/allow';
import type { Caller } from '../../platform/caller';
import { command, type Where } from '../../platform/database';
import { ActionError } from '../../platform/errors';

/** Teachers, and whoever stands in for one. */
export const deskStaff: Rule<unknown> = {
  name: 'teacher or stand-in',
  permits: ({ person }) =>
    (person?.posts.some(({ role }) => role === 'teacher') ?? false) ||
    (person?.standIns ?? []).length > 0,
};

/** The schools and classes whose families the caller answers today: their own, and a colleague's. */
function partsOf({ person }: Caller, now: number): SchoolPart[] {
  const today = dayOf(now);
  const own = (person?.posts ?? []).flatMap(({ role, schoolId, classes }): SchoolPart[] =>
    role === 'teacher' && schoolId !== undefined ? [{ schoolId, classes }] : [],
  );
  const instead = (person?.standIns ?? []).filter(
    ({ schoolId, childId, from, to }) =>
      childId === undefined &&
      from <= today &&
      today <= to &&
      person?.posts.some((post) => post.schoolId === schoolId),
  );
  return joinParts([...own, ...instead]);
}

/**
 * The threads on the caller's desk whose place is within these bounds; those of children whose class
 * nobody has said are on every desk of the school.
 * @throws ActionError FORBIDDEN when the caller answers nobody today.
 */
export function onDesk(caller: Caller, now: number, desk: unknown): Where {
  // A mother who teaches here is family in her own child's thread (platform/thread-seats).
  const own = (caller.person?.children ?? []).filter(({ proxy }) => !proxy).map(({ id }) => id);
  const clauses = partsOf(caller, now).map(({ schoolId, classes }) => ({
    schoolId,
    ...(classes && { className: command.in([...classes, '']) }),
    ...(own.length > 0 && { childId: command.nin(own) }),
    desk,
  }));
  const [first, ...others] = clauses;
  if (!first) throw new ActionError('FORBIDDEN');
  return others.length === 0 ? first : command.or(clauses);
}
