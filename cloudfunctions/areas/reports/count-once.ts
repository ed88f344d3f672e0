import * as v from 'valibot';
import { monthOfDay, quarterOfDay } from '@rules/periods';
import { counted, countedId, events, people, type CountedKind } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import type { Place } from './increments';
import { rowsOf, rowsWithin, type Moments } from './rows-of-day';

const insertedAtOnce = 100;
const changedAtOnce = 500;

const EventSchema = v.object({ _id: v.string(), at: v.number() });
const FamilySchema = v.object({
  _id: v.string(),
  children: v.array(
    v.object({
      id: v.string(),
      township: v.string(),
      schoolId: v.optional(v.string()),
      proxy: v.optional(v.boolean()),
    }),
  ),
});
const MarkSchema = v.object({ _id: v.string(), day: v.string(), before: v.string() });

/** Children whose family did something: the accounts that wrote something, and whose child it is. */
export async function familiesOf(database: Database, within: Moments): Promise<Map<string, Place>> {
  const written = await rowsWithin(database, events, { field: 'at', ...within }, EventSchema);
  // `{openid}_{requestId}`; the mini program puts no `_` into a requestId.
  const openids = [...new Set(written.map(({ _id }) => _id.slice(0, _id.lastIndexOf('_'))))];
  const found = await rowsOf(database, people, openids, FamilySchema);
  const own = found.flatMap((person) => person.children).filter(({ proxy }) => proxy !== true);
  return new Map(own.map(({ id, township, schoolId }) => [id, { township, schoolId }]));
}

/** Something that happened to a family on the day, and where it lives. */
export interface Happened {
  kind: CountedKind;
  childId: string;
  place: Place;
}

/**
 * What of it is the family's first of the month, or of the quarter. The mark of the day on which a
 * family was counted keeps the day before as well, so that a day that is counted again after a fault
 * comes to the same.
 */
export async function countOnce(
  database: Database,
  happened: readonly Happened[],
  day: string,
  count: (one: Happened, firstOf: { month: boolean; quarter: boolean }) => void,
): Promise<void> {
  const byId = new Map(happened.map((one) => [countedId(one.childId, one.kind), one]));
  const marks = await rowsOf(database, counted, [...byId.keys()], MarkSchema);
  const markOf = new Map(marks.map((mark) => [mark._id, mark]));
  const fresh: string[] = [];
  const again = new Map<string, string[]>();
  for (const [id, one] of byId) {
    const mark = markOf.get(id);
    const last = mark?.day === day ? mark.before : (mark?.day ?? '');
    const month = last === '' || monthOfDay(last) !== monthOfDay(day);
    if (!month) continue;
    count(one, { month, quarter: last === '' || quarterOfDay(last) !== quarterOfDay(day) });
    if (!mark) fresh.push(id);
    else if (mark.day !== day) again.set(last, [...(again.get(last) ?? []), id]);
  }
  for (let at = 0; at < fresh.length; at += insertedAtOnce) {
    const part = fresh.slice(at, at + insertedAtOnce);
    await database.addMany(
      counted,
      part.map((_id) => ({ _id, day, before: '' })),
    );
  }
  for (const [before, list] of again) {
    for (let at = 0; at < list.length; at += changedAtOnce) {
      const _id = command.in(list.slice(at, at + changedAtOnce));
      await database.updateWhere(counted, { _id, day: before }, { day, before });
    }
  }
}
