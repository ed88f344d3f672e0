import type { StaffRole } from '@contract/enums';
import { countyOf } from './reach';

/** A post somebody holds, as their account knows it. */
export interface Post {
  role: StaffRole;
  county: string;
  schoolId?: string | undefined;
  township?: string | undefined;
}

/** An administrator without a school answers for the county, one with a school for that school. */
export function mayAdminister(held: readonly Post[], wanted: Post): boolean {
  return held.some(
    ({ role, county, schoolId }) =>
      role === 'admin' &&
      county === wanted.county &&
      (schoolId === undefined || (wanted.role === 'teacher' && wanted.schoolId === schoolId)),
  );
}

/** Whether a post's holder works with the children of this school and township. */
export function worksWith(
  post: Post,
  child: { schoolId?: string | undefined; township: string },
): boolean {
  if (post.role === 'teacher') {
    return post.schoolId !== undefined && post.schoolId === child.schoolId;
  }
  return post.role === 'director' && post.township === child.township;
}

/**
 * Whether a post's holder may write down a child of this school or township that telephones or
 * comes by: staff of the place, and a counsellor for the county.
 */
export function takesIn(
  post: Post,
  child: { schoolId?: string | undefined; township: string },
): boolean {
  if (post.role === 'counsellor') return post.county === countyOf(child.township);
  return worksWith(post, child);
}

export interface PlaceOfPost {
  schoolId?: string | undefined;
  classes?: string[] | undefined;
  township?: string | undefined;
  counsellorId?: string | undefined;
}

/** What a post of this role is tied to. Anything else that was asked for would open other doors. */
export function placeOfPost(role: StaffRole, wanted: PlaceOfPost): PlaceOfPost {
  const { schoolId, classes, township, counsellorId } = wanted;
  if (role === 'teacher') return { schoolId, classes };
  if (role === 'director') return { township };
  if (role === 'counsellor') return { counsellorId };
  return { schoolId };
}
