import { classesAfter, planYear } from '@rules/school-year';
import { schools } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { underLease } from '../../platform/lease';
import { inTransaction } from '../../platform/transaction';
import { moveClass } from './move-class';
import { readClasses } from './read-classes';
import { renameInPost } from './rename-in-post';

interface At {
  now: number;
  random: () => number;
}

/** Longer than the function may run. */
const lastsMs = 90_000;
const schoolsAtOnce = 10;

/**
 * Moves the classes of a school up as it was decided. Every step can be repeated: the highest class
 * goes first, so that none meets the one below; children and posts carry the year they have moved
 * with. Answers false while somebody else is at it.
 */
export function carryOutMove(
  database: Database,
  schoolId: string,
  { now, random }: At,
): Promise<boolean> {
  const lease = { name: `year_${schoolId}`, now, lastsMs };
  return underLease(database, lease, async () => {
    const school = await database.get(schools, schoolId);
    if (!school?.moving) return;
    const { year, lastGrade, staying } = school.moving;
    const { list, held } = await readClasses(database, school);
    const moves = planYear(
      list.map(({ name }) => name),
      lastGrade,
    );
    for (const move of moves.filter(({ kind }) => kind !== 'stays')) {
      const to = move.kind === 'moves' ? { to: move.to } : {};
      await moveClass(database, { schoolId, from: move.from, ...to, year });
    }
    const goWith = (classes: string[], postId: string) =>
      staying.includes(postId) ? classes : classesAfter(classes, moves, year);
    for (const { _id, role, classes } of held) {
      if (role !== 'teacher' || !classes?.length) continue;
      await inTransaction(database, random, (transaction) =>
        renameInPost(transaction, _id, (before) => goWith(before, _id), year),
      );
    }
    // A class that was made here stays made: the new first year is to come.
    await database.update(schools, schoolId, {
      moved: { year, at: now },
      moving: command.remove(),
    });
  });
}

/** Moves that were cut short; answers how many schools were brought to their end. */
export async function finishMoves(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  const found = await database.find(schools, {
    where: { 'moving.at': command.gt(0) },
    order: [['moving.at', 'asc']],
    limit: schoolsAtOnce,
  });
  let done = 0;
  for (const { _id } of found) done += (await carryOutMove(database, _id, { now, random })) ? 1 : 0;
  return done;
}
