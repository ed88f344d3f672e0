import { children, threads } from '../../platform/collections';
import { command, type Database } from '../../platform/database';

interface Move {
  schoolId: string;
  from: string;
  /** Absent: the class leaves the school. */
  to?: string | undefined;
  /** With this school year: whoever has moved with it already stays. */
  year?: string | undefined;
}

/**
 * The children of a class and their threads come into another one, or leave the school: then they are
 * in no school until the family says which, and what was said stays with the child. Two round trips,
 * however many children; can be repeated.
 */
export async function moveClass(database: Database, move: Move): Promise<void> {
  const { schoolId, from, to, year } = move;
  const stamp = year === undefined ? {} : { classYear: year };
  const unmoved = year === undefined ? {} : { classYear: command.neq(year) };
  const where = { schoolId, className: from, ...unmoved };
  const here = to === undefined ? left : { className: to };
  await database.updateWhere(children, where, { ...here, ...stamp, rev: command.inc(1) });
  const desk = to === undefined ? { schoolId: null, className: '' } : { className: to };
  await database.updateWhere(threads, where, { ...desk, ...stamp });
}

const left = {
  className: command.remove(),
  schoolId: command.remove(),
  schoolName: command.remove(),
};
