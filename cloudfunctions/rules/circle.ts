import type { Relation, Standing } from '@contract/enums';

/** Parents are guardians by law (民法典 27); a grandparent who looks after a child mostly is not. */
export function standingOf(relation: Relation): 'guardian' | 'caregiver' {
  return relation === 'mother' || relation === 'father' ? 'guardian' : 'caregiver';
}

export interface Member {
  openid: string;
  standing: Standing;
  /** Who let them in; absent for whoever wrote the child down. */
  invitedBy?: string | undefined;
}

/**
 * Whether one adult may take another out of the circle. Everybody may leave. A guardian may take
 * out whoever is not a guardian; a caregiver only whom they themselves let in. Between two
 * guardians the app does not decide.
 */
export function mayRemove(who: Member, whom: Member): boolean {
  if (who.openid === whom.openid) return true;
  if (whom.standing === 'guardian') return false;
  return who.standing === 'guardian' || whom.invitedBy === who.openid;
}
