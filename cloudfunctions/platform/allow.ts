import type { StaffRole } from '@contract/enums';
import { recordsFor } from '@rules/recordings';
import { countyAdministered, type Caller } from './caller';

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

/** Whoever holds a post; safeguarding asks for the roster besides (areas/safety/desk.ts). */
export const staff: Rule<unknown> = {
  name: 'staff',
  permits: ({ person }) => (person?.posts.length ?? 0) > 0,
};

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

/** Those who may announce something to the families of a class, a school or a place. */
export const announcers: Rule<unknown> = {
  name: 'teacher, director or admin',
  permits: ({ person }) => person?.posts.some(({ role }) => role !== 'counsellor') ?? false,
};

/** Those who answer for a county's places, and those who give them. */
export const administratorsOrCounsellors: Rule<unknown> = {
  name: 'admin or counsellor',
  permits: ({ person }) =>
    person?.posts.some(({ role }) => role === 'admin' || role === 'counsellor') ?? false,
};

/** Those who answer for a whole county, not for one school. */
export const countyAdministrators: Rule<unknown> = {
  name: 'admin of a county',
  permits: (caller) => countyAdministered(caller) !== undefined,
};

/** Those who write guides. */
export const guideWriters: Rule<unknown> = {
  name: 'counsellor or admin of a county',
  permits: (caller) =>
    countyAdministrators.permits(caller, undefined) ||
    having('counsellor').permits(caller, undefined),
};

/** Those who write guides, and whoever is trusted with a signature under them. */
export const guideDesk: Rule<unknown> = {
  name: 'guide writer or reviewer',
  permits: (caller) =>
    guideWriters.permits(caller, undefined) ||
    (caller.person?.posts.some(({ signs }) => signs !== undefined) ?? false),
};

/**
 * The child is among the caller's. A quick look at the caller's own index; a transaction that
 * depends on it reads the child's circle itself, which is the truth.
 */
export const circleOfChild: Rule<{ childId: string }> = {
  name: 'circle of the child',
  permits: (caller, input) => childEntry(caller, input.childId) !== undefined,
};

/**
 * The child is of the caller's own family: whoever is in the circle for their post, as a teacher or
 * child director may be, has no part in what parent and child tell each other.
 */
export const familyOfChild: Rule<{ childId: string }> = {
  name: 'family of the child',
  permits(caller, input) {
    const entry = childEntry(caller, input.childId);
    return entry !== undefined && entry.proxy !== true;
  },
};

/** Anybody; who names a child must be of its circle. */
export const ownChildOrNone: Rule<{ childId?: string | undefined }> = {
  name: 'anyone; of a child its circle',
  permits: (caller, { childId }) =>
    childId === undefined || childEntry(caller, childId) !== undefined,
};

/** Those who record the guides of their county, and hear each other's recordings over. */
export const guideVoices: Rule<unknown> = {
  name: 'counsellor or county admin',
  permits: ({ person }) => recordsFor(person?.posts ?? []) !== undefined,
};

/** Of a child whoever is in its circle, else of a guide whoever may record one. */
export const whoRecords: Rule<{ childId?: string | undefined }> = {
  name: 'circle of the child, or records guides',
  permits: (caller, { childId }) =>
    childId === undefined
      ? guideVoices.permits(caller, {})
      : childEntry(caller, childId) !== undefined,
};

export function childEntry(caller: Caller, childId: string) {
  return caller.person?.children.find((child) => child.id === childId);
}
