import { useEffect } from 'react';
import type { Course } from '@contract/courses';
import { standingIn } from '@rules/courses';
import { useQuery } from '@/cloud/use-query';
import { useReading } from '@/session/reading';

/** The courses, and how far one is in each: what was heard lies on the device, also without account. */
export function useCourses() {
  const query = useQuery('guides.listCourses', {});
  const items = useReading((reading) => reading.items);
  const learn = useReading((reading) => reading.learn);
  useEffect(() => void learn(), [learn]);
  return { query, items, standingOf: (course: Course) => standingIn(course.guides, items) };
}
