import type { StaffRole } from '@contract/enums';
import type { Caller } from './caller';

/** Who may use an action. `name` stands in the access matrix. */
export interface Rule<Input> {
  name: string;
  permits(caller: Caller, input: Input): boolean;
}

export const anyone: Rule<unknown> = { name: 'anyone', permits: () => true };

export const signedInPeople: Rule<unknown> = {
  name: 'signed in',
  permits: (caller) => caller.person !== undefined,
};

/** The caller holds such a post, whichever of their roles is in use just now. */
export function having(role: StaffRole): Rule<unknown> {
  return {
    name: role,
    permits: ({ person }) => person?.posts.some((post) => post.role === role) ?? false,
  };
}

/** Teachers and child directors: the staff who know the children of a school or township. */
export const rosterKeepers: Rule<unknown> = {
  name: 'teacher or director',
  permits: ({ person }) =>
    person?.posts.some(({ role }) => role === 'teacher' || role === 'director') ?? false,
};

/** Those who book for families that telephone, and say how soon a child should be seen. */
export const bookingStaff: Rule<unknown> = {
  name: 'teacher, director or counsellor',
  permits: ({ person }) => person?.posts.some(({ role }) => role !== 'admin') ?? false,
};

/** Those who answer for a county's places, and those who give them. */
export const administratorsOrCounsellors: Rule<unknown> = {
  name: 'admin or counsellor',
  permits: ({ person }) =>
    person?.posts.some(({ role }) => role === 'admin' || role === 'counsellor') ?? false,
};

/**
 * The child is among the caller's. A quick look at the caller's own index; a transaction that
 * depends on it reads the child's circle itself, which is the truth.
 */
export const circleOfChild: Rule<{ childId: string }> = {
  name: 'circle of the child',
  permits: (caller, input) => childEntry(caller, input.childId) !== undefined,
};

export function childEntry(caller: Caller, childId: string) {
  return caller.person?.children.find((child) => child.id === childId);
}
