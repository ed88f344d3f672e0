import * as v from 'valibot';
import { digestDue } from '@rules/push-digests';
import { weekOf } from '@rules/weekly';
import { children, people, threads, walks, type PersonDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { blindIndex, decrypt } from '../../platform/field-encryption';
import { tellMany } from './tell-many';

const peopleAtOnce = 50;
const pagesAtOnce = 10;
const ChildSchema = v.object({ _id: v.string(), nickname: v.string() });

/**
 * Once a week: to parents, that they can see how the child is, with something to say and the next
 * call on the page it opens; to teachers, how many families wait for an answer, and nothing when
 * nobody does. One walk over all accounts in order; answers how many were told.
 */
export async function tellDigests(database: Database, now: number): Promise<number> {
  const of = digestDue(now);
  if (!of) return 0;
  const week = weekOf(now);
  const _id = `digest_${of}_${week}`;
  const walk = await database.get(walks, _id);
  if (walk?.done) return 0;
  if (!walk) await database.add(walks, { _id, after: '', done: false, at: now });
  let after = walk?.after ?? '';
  let told = 0;
  const schools: Schools = new Map();
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const found = await database.find(people, {
      where: { _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: peopleAtOnce,
    });
    const lines =
      of === 'parents'
        ? await ofParents(database, found)
        : await ofTeachers(database, found, schools);
    told += await tellMany(
      database,
      lines.map((line) => ({
        _id: `digest_${week}_${blindIndex('digest', `${of}\0${line.to}`)}`,
        kind: 'weeklyDigest' as const,
        ...line,
      })),
      now,
    );
    after = found.at(-1)?._id ?? after;
    const done = found.length < peopleAtOnce;
    await database.update(walks, _id, { after, done });
    if (done) break;
  }
  return told;
}

type Line = { to: string; childId?: string; nickname: string; count?: number };
/** By school: how many families of each class wait. */
type Schools = Map<string, Record<string, number>>;

const isParent = ({ relation, proxy }: PersonDocument['children'][number]) =>
  !proxy && (relation === 'mother' || relation === 'father');

async function ofParents(database: Database, found: readonly PersonDocument[]): Promise<Line[]> {
  const parents = found
    .filter(({ roles, deleteAt }) => roles.includes('parent') && deleteAt == null)
    .map(({ _id, children: own }) => ({ to: _id, own: own.filter(isParent) }))
    .filter(({ own }) => own.length > 0);
  const ids = [...new Set(parents.flatMap(({ own }) => own.map(({ id }) => id)))];
  if (ids.length === 0) return [];
  const known = await database.findParts(children, ChildSchema, {
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { _id: true, nickname: true },
  });
  const names = new Map(
    known.map(({ _id: id, nickname }) => [
      id,
      decrypt({ collection: children.name, id, field: 'nickname' }, nickname),
    ]),
  );
  return parents.flatMap(({ to, own }) => {
    const called = own.flatMap(({ id }) => names.get(id) ?? []);
    const childId = own[0]?.id;
    return called.length === 0 || childId === undefined
      ? []
      : { to, childId, nickname: called.slice(0, 2).join('和') };
  });
}

async function ofTeachers(
  database: Database,
  found: readonly PersonDocument[],
  schools: Schools,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { _id: to, posts } of found) {
    let count = 0;
    for (const { role, schoolId, classes } of posts) {
      if (role !== 'teacher' || schoolId === undefined) continue;
      const waiting = schools.get(schoolId) ?? (await waitingIn(database, schoolId));
      schools.set(schoolId, waiting);
      for (const [name, families] of Object.entries(waiting)) {
        if (!classes?.length || classes.includes(name)) count += families;
      }
    }
    if (count > 0) lines.push({ to, nickname: '', count });
  }
  return lines;
}

const waitingIn = (database: Database, schoolId: string) =>
  database.countBy(threads, { schoolId, waitingSince: command.gt(0) }, 'className');
