import * as v from 'valibot';
import { isReminderTime, weekOf } from '@rules/weekly';
import { people, walks, weeks, type PersonDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { classWeekId, homeWeekId } from '../../platform/week-document';
import { classesOf } from './classes';
import { tellMany } from '../notify/tell-many';

const peopleAtOnce = 50;
const pagesAtOnce = 10;
const IdOnlySchema = v.object({ _id: v.string() });

/**
 * Friday afternoon, once a week: one line to each teacher and caregiver of whose children nothing has
 * been said. Whoever has answered hears nothing, and nobody is asked a second time. One walk over
 * all accounts in order; answers how many were asked.
 */
export async function remindWeeks(database: Database, now: number): Promise<number> {
  if (!isReminderTime(now)) return 0;
  const week = weekOf(now);
  const _id = `remind_${week}`;
  const walk = await database.get(walks, _id);
  if (walk?.done) return 0;
  if (!walk) await database.add(walks, { _id, after: '', done: false, at: now });
  let after = walk?.after ?? '';
  let told = 0;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const found = await database.find(people, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: peopleAtOnce,
    });
    told += await remindPage(database, found, week, now);
    after = found.at(-1)?._id ?? after;
    const done = found.length < peopleAtOnce;
    await database.update(walks, _id, { after, done });
    if (done) break;
  }
  return told;
}

async function remindPage(
  database: Database,
  found: readonly PersonDocument[],
  week: string,
  now: number,
): Promise<number> {
  const asked = found.map((person) => ({ openid: person._id, things: thingsOf(person, week) }));
  const ids = asked.flatMap(({ things }) => things.map(({ id }) => id));
  const answered = await readAnswered(database, ids);
  return tellMany(
    database,
    asked.flatMap(({ openid, things }) => {
      const open = things.find(({ id }) => !answered.has(id));
      if (!open) return [];
      const { childId } = open;
      const notice = { _id: `week_${week}_${openid}`, to: openid, kind: 'weekWanted' as const };
      return [{ ...notice, childId, nickname: '' }];
    }),
    now,
  );
}

/** The weeks that somebody could answer: of the classes taught, and of the children looked after. */
function thingsOf(person: PersonDocument, week: string): { id: string; childId?: string }[] {
  const taught = classesOf({ openid: person._id, person }).map((one) => ({
    id: classWeekId(one, week),
  }));
  if (!person.roles.includes('caregiver')) return taught;
  const own = person.children.filter(({ proxy }) => !proxy);
  return [...taught, ...own.map(({ id }) => ({ id: homeWeekId(id, week), childId: id }))];
}

async function readAnswered(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const answered = new Set<string>();
  const atOnce = 100;
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce);
    const there = await database.findParts(weeks, IdOnlySchema, {
      where: { _id: command.in(part) },
      limit: part.length,
      fields: { _id: true },
    });
    for (const { _id } of there) answered.add(_id);
  }
  return answered;
}
