import type { SchoolClass } from '@contract/people';
import { children, type PostDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { nameOfPost, postsOf, type SchoolDocument } from './own-school';

export interface Classes {
  list: SchoolClass[];
  unclassed: number;
  held: PostDocument[];
}

/** The classes of a school, by name: those made here, those with children, those with teachers. Three round trips, side by side. */
export async function readClasses(database: Database, school: SchoolDocument): Promise<Classes> {
  const schoolId = school._id;
  const [counts, all, held] = await Promise.all([
    database.countBy(children, { schoolId, className: command.gt('') }, 'className'),
    database.count(children, { schoolId }),
    postsOf(database, schoolId),
  ]);
  const teachers = held.filter(({ role }) => role === 'teacher');
  const named = teachers.flatMap(({ classes = [] }) => classes);
  const names = [...new Set([...(school.classes ?? []), ...Object.keys(counts), ...named])];
  const list = names
    .sort((one, other) => one.localeCompare(other, 'zh'))
    .map((name) => ({
      name,
      children: counts[name] ?? 0,
      teachers: teachers
        .filter(({ classes = [] }) => classes.includes(name))
        .map((post) => ({ postId: post._id, name: nameOfPost(post) })),
    }));
  return { list, held, unclassed: all - list.reduce((sum, one) => sum + one.children, 0) };
}
