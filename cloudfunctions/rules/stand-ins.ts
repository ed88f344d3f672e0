/** Whose threads somebody may see beside their own, from day to day, both included. */
export interface Substitution {
  schoolId: string;
  /** One child whom nobody has answered; absent: the families of a colleague. */
  childId?: string | undefined;
  /** That colleague's classes; absent: the whole school. */
  classes?: readonly string[] | undefined;
  from: string;
  to: string;
}

export interface Pupil {
  id: string;
  schoolId?: string | null | undefined;
  /** Empty or absent: nobody has said it; then it is every teacher's of the school. */
  className?: string | undefined;
}

/** Whether whoever has these classes has this one: without classes it is the whole school. */
export const teaches = (
  classes: readonly string[] | undefined,
  className: string | undefined,
): boolean => !classes || classes.length === 0 || !className || classes.includes(className);

/** Whether a substitution lets its holder into a child's thread on that day. */
export function coversChild(one: Substitution, child: Pupil, day: string): boolean {
  if (day < one.from || one.to < day || one.schoolId !== child.schoolId) return false;
  return one.childId === undefined
    ? teaches(one.classes, child.className)
    : one.childId === child.id;
}

/** The part of a school whose families somebody answers; `classes` absent: all of it. */
export interface SchoolPart {
  schoolId: string;
  classes?: string[] | undefined;
}

/** Several parts of the same school become one. */
export function joinParts(parts: readonly SchoolPart[]): SchoolPart[] {
  const joined = new Map<string, SchoolPart>();
  for (const { schoolId, classes } of parts) {
    const before = joined.get(schoolId);
    const whole = !classes || classes.length === 0 || (before !== undefined && !before.classes);
    const all = whole ? undefined : [...new Set([...(before?.classes ?? []), ...classes])];
    joined.set(schoolId, { schoolId, classes: all });
  }
  return [...joined.values()];
}
