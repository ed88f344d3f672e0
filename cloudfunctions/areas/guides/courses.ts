import * as v from 'valibot';
import { CourseTextSchema, type CourseText } from '@contract/courses';
import texts from './courses.json';

/** The courses that come with the program; `npm run check:guides` looks at them. */
export const courseTexts: readonly CourseText[] = v.parse(v.array(CourseTextSchema), texts);

export const courseOf = (id: string): CourseText | undefined =>
  courseTexts.find((course) => course.id === id);
