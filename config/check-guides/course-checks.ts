import type { CourseText } from '../../cloudfunctions/contract/courses';
import type { GuideText } from '../../cloudfunctions/contract/guides';

/** What is wrong with the courses (areas/guides/courses.json): `[id, fault]`. */
export function courseFaults(
  courses: readonly CourseText[],
  guides: readonly GuideText[],
): [id: string, fault: string][] {
  return courses.flatMap((course): [string, string][] => {
    const same = courses.filter(({ id }) => id === course.id).length > 1;
    const faults = [
      ...(same ? ['its id is used twice'] : []),
      ...(new Set(course.guides).size < course.guides.length ? ['it has a guide twice'] : []),
      ...course.guides.flatMap((id) => {
        const guide = guides.find((one) => one.id === id);
        if (!guide) return [`its guide ${id} is not there`];
        // A course is heard at leisure; a crisis is looked up.
        if (guide.crisisRelated && course.audience !== 'teacher') return [`${id} is a crisis`];
        return guide.audience === course.audience ? [] : [`${id} is not for ${course.audience}`];
      }),
    ];
    return faults.map((fault): [string, string] => [course.id, fault]);
  });
}
