import type { Target } from '@contract/announcements';
import type { Addressee, Standing } from '@contract/enums';
import { limits } from '@contract/limits';
import { hourMs } from './dates';
import type { Post } from './posts';
import { countyOf } from './reach';

/** A target as one word; a child's own words are in `keysOfChild`. */
export function keyOfTarget(target: Target): string {
  if (target.scope === 'class') return `class:${target.schoolId}:${target.className}`;
  if (target.scope === 'school') return `school:${target.schoolId}`;
  if (target.scope === 'township') return `township:${target.township}`;
  return `county:${target.county}`;
}

interface PlaceOfChild {
  township: string;
  schoolId?: string | undefined;
  className?: string | undefined;
}

/** Everything that may be announced to a child's family. */
export function keysOfChild({ township, schoolId, className }: PlaceOfChild): string[] {
  const targets: Target[] = [
    { scope: 'county', county: countyOf(township) },
    { scope: 'township', township },
  ];
  if (schoolId) targets.push({ scope: 'school', schoolId });
  if (schoolId && className) targets.push({ scope: 'class', schoolId, className });
  return targets.map(keyOfTarget);
}

/**
 * Where the holder of a post may announce: a teacher to the own classes, and to the school where
 * there are no classes; an administrator to the school or the county; a child director to the
 * township. A counsellor to nobody: families are told of visits one by one.
 */
export function targetsOfPost(post: Post & { classes?: string[] | undefined }): Target[] {
  const { role, schoolId, township, county, classes = [] } = post;
  if (role === 'teacher' && schoolId) {
    if (classes.length === 0) return [{ scope: 'school', schoolId }];
    return classes.map((className) => ({ scope: 'class', schoolId, className }));
  }
  if (role === 'director' && township) return [{ scope: 'township', township }];
  if (role === 'admin' && schoolId) return [{ scope: 'school', schoolId }];
  if (role === 'admin') return [{ scope: 'county', county }];
  return [];
}

interface Adult {
  openid: string;
  standing: Standing;
}

/** Who has a phone of their own here: a proxy acts for a family that has none. */
const reached = (circle: readonly Adult[]) => circle.filter(({ standing }) => standing !== 'proxy');

/** A family that is to be told in person. */
export const isToldInPerson = (circle: readonly Adult[]) => reached(circle).length === 0;

/** Whom it is for: the guardians where there are any, and otherwise whoever looks after the child. */
export function addressed<Member extends Adult>(
  whom: Addressee,
  circle: readonly Member[],
): Member[] {
  const there = circle.filter(({ standing }) => standing !== 'proxy');
  const guardians = there.filter(({ standing }) => standing === 'guardian');
  return whom === 'anyone' || guardians.length === 0 ? there : guardians;
}

/** Whether a family has done what was asked: those addressed have seen it, and it is answered. */
export function isDone(
  { kind, whom }: { kind: 'read' | 'tap' | 'answer'; whom: Addressee },
  circle: readonly Adult[],
  reaction: { seen: readonly { openid: string }[]; inPerson: boolean; answered: boolean },
): boolean {
  if (kind === 'answer' && !reaction.answered) return false;
  if (reaction.inPerson) return true;
  const wanted = addressed(whom, circle);
  const hasSeen = ({ openid }: Adult) => reaction.seen.some((one) => one.openid === openid);
  return whom === 'guardians' ? wanted.length > 0 && wanted.every(hasSeen) : wanted.some(hasSeen);
}

/** From when (ms) those who have not reacted may be told again; undefined when never. */
export function remindFrom(about: {
  at: number;
  round: number;
  remindedAt: number | null;
  withdrawnAt: number | null;
}): number | undefined {
  if (about.withdrawnAt !== null || about.round >= limits.announcementRounds) return undefined;
  return (about.remindedAt ?? about.at) + limits.remindAfterHours * hourMs;
}
