import { limits } from '@contract/limits';
import type { ChildWeek } from '@contract/weekly';
import { starterOf } from '@rules/weekly';
import { weeks, type WeekDocument } from './collections';
import { command, type Database } from './database';
import { openWeek, withoutHeld, type Said } from './week-document';

/** School and home, and once more a school when the child has changed its class in the week. */
const documentsPerWeek = 3;

/** A page of a child's weeks, the newest first. One round trip. */
export async function readWeeks(
  database: Database,
  childId: string,
  before: string | undefined,
): Promise<{ weeks: ChildWeek[]; next: string | undefined }> {
  const limit = limits.weeksPerPage * documentsPerWeek;
  const found = await database.find(weeks, {
    where: { children: childId, ...(before === undefined ? {} : { week: command.lt(before) }) },
    order: [['week', 'desc']],
    limit: limit + 1,
  });
  const all = [...new Set(found.map(({ week }) => week))];
  const shown = all.slice(0, limits.weeksPerPage);
  const more = all.length > shown.length || found.length > limit;
  return {
    weeks: shown.map((week) =>
      viewWeek(
        week,
        found.filter((document) => document.week === week),
        childId,
      ),
    ),
    next: more ? shown.at(-1) : undefined,
  };
}

/** One week, from what the school and home said of it. */
export function viewWeek(
  week: string,
  documents: readonly WeekDocument[],
  childId: string,
): ChildWeek {
  const saidIn = (of: WeekDocument['of']): Said | undefined =>
    documents
      .filter((document) => document.of === of)
      .flatMap((document) => openWeek(document)[childId] ?? [])
      .sort((one, other) => other.at - one.at)
      .map(withoutHeld)[0];
  const [school, home] = [saidIn('class'), saidIn('home')];
  return {
    week,
    school: school && { answer: school.answer, by: school.name, at: school.at },
    home: home && { answer: home.answer, by: home.relation, at: home.at },
    starter: starterOf(school?.answer, home?.answer),
  };
}
