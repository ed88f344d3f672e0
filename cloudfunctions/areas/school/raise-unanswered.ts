import { EmptySchema } from '@contract/shapes';
import { limits } from '@contract/limits';
import { addDays, dayOf } from '@rules/dates';
import { raisesAt } from '@rules/office-hours';
import { isQuiet } from '@rules/quiet-hours';
import { answerLine } from '@rules/threads';
import {
  children,
  desks,
  people,
  threads,
  type PostDocument,
  type ThreadDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt } from '../../platform/field-encryption';
import { heldPosts } from '../../platform/held-posts';
import { once } from '../../platform/idempotency';
import { holidaysOf as readHolidays, silentUntil } from '../../platform/desks';
import { faultOf, log } from '../../platform/log';
import { placeOfThread } from '../../platform/thread-seats';
import { addMessage } from '../../platform/thread-writing';
import type { Transaction } from '../../platform/transaction';
import { systemMember } from './auto-note';

const atOnce = 30;

/**
 * Families whom nobody has answered for two school days: somebody else of the school is asked, and the
 * family is told so. Answers how many. Not at night; once for each wait, also when a run is cut short.
 */
export async function raiseUnanswered(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  if (isQuiet(now)) return 0;
  const found = await database.find(threads, {
    where: { lookAt: command.gt(0).and(command.lte(now)) },
    order: [['lookAt', 'asc']],
    limit: atOnce,
  });
  const holidays = new Map<string, ReadonlySet<string>>();
  let raised = 0;
  for (const head of found) {
    try {
      raised += await look(database, head, { now, random, holidays });
    } catch (error) {
      log({ action: 'raiseUnanswered', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return raised;
}

interface Run {
  now: number;
  random: () => number;
  holidays: Map<string, ReadonlySet<string>>;
}

async function look(database: Database, head: ThreadDocument, run: Run): Promise<number> {
  const { now, random } = run;
  const { _id, lookAt, waitingSince: since, schoolId } = head;
  const stop = () => database.updateWhere(threads, { _id, lookAt }, { lookAt: null });
  if (since === null || schoolId === null) return stop().then(() => 0);
  const staff = await heldPosts(database, { schoolId, role: command.in(['admin', 'teacher']) });
  const [anybody] = staff;
  if (!anybody) return stop().then(() => 0);
  const free = await holidaysOf(database, anybody.county, run);
  const due = raisesAt(since, free);
  if (due > now) {
    await database.updateWhere(threads, { _id, lookAt }, { lookAt: due });
    return 0;
  }
  const request = { action: 'raiseUnanswered', input: {}, openid: 'job', now };
  await once(
    database,
    random,
    { ...request, requestId: `${_id}_${since}` },
    EmptySchema,
    (transaction) => raise(transaction, { threadId: _id, since, staff, free, now }),
  );
  return 1;
}

async function holidaysOf(
  database: Database,
  county: string,
  { holidays }: Run,
): Promise<ReadonlySet<string>> {
  const known = holidays.get(county);
  if (known) return known;
  const days = await readHolidays(database, county);
  holidays.set(county, days);
  return days;
}

/**
 * Whom a school asks when the teacher has not answered: its administrators; where there are none, its
 * other teachers; and a teacher alone is reminded, of which the family is told nothing.
 */
function secondPersons(staff: readonly PostDocument[], className: string): PostDocument[] {
  const admins = staff.filter(({ role }) => role === 'admin');
  if (admins.length > 0) return admins;
  const teachers = staff.filter(({ role }) => role === 'teacher');
  const others = teachers.filter(
    ({ classes }) => className !== '' && classes?.length && !classes.includes(className),
  );
  return others.length > 0 ? others : teachers;
}

async function raise(
  transaction: Transaction,
  {
    threadId,
    since,
    staff,
    free,
    now,
  }: {
    threadId: string;
    since: number;
    staff: readonly PostDocument[];
    /** Days on which nobody answers. */
    free: ReadonlySet<string>;
    now: number;
  },
): Promise<Record<string, never>> {
  const before = await transaction.get(threads, threadId);
  // Somebody answered meanwhile.
  if (before?.waitingSince !== since || before.raisedAt !== null) return {};
  const child = await transaction.get(children, before.childId);
  if (!child) return {};
  // Whoever belongs to the family must not learn what another one of it asks the teacher alone.
  const family = child.circle.filter(({ standing }) => standing !== 'proxy');
  const outside = staff.filter(({ openid }) => !family.some((adult) => adult.openid === openid));
  const asked = secondPersons(outside, before.className);
  let head = before;
  const others = new Set(asked.map(({ openid }) => openid));
  const [anybody] = asked;
  const alone = !anybody || (asked.length === 1 && anybody.role === 'teacher');
  for (const [number, wait] of alone ? [] : before.waiting.entries()) {
    const note = await addMessage(
      transaction,
      { place: placeOfThread(before), head, child, now },
      {
        ...{ id: `job_${threadId}_${since}_${number}`, by: '', member: systemMember },
        ...{ side: 'staff', kind: 'note', line: answerLine(wait.line), held: false },
        body: { note: { says: 'raised' } },
      },
    );
    head = note.head;
  }
  await transaction.update(threads, threadId, { lookAt: null, ...(!alone && { raisedAt: now }) });
  for (const post of asked) await letIn(transaction, post, child._id, now);
  const desk = before.schoolId === null ? undefined : await transaction.get(desks, before.schoolId);
  transaction.tell({
    to: [...others],
    silent: desk && silentUntil(desk, [...others], free, now),
    kind: 'questionRaised',
    childId: child._id,
    nickname: decrypt(
      { collection: children.name, id: child._id, field: 'nickname' },
      child.nickname,
    ),
    threadId,
  });
  return {};
}

/** Whoever is asked sees this one child's thread for some days, if they do not anyway. */
async function letIn(
  transaction: Transaction,
  { openid, schoolId, role }: PostDocument,
  childId: string,
  now: number,
): Promise<void> {
  if (schoolId === undefined || role === 'teacher') return;
  const person = await transaction.get(people, openid);
  if (!person) return;
  const today = dayOf(now);
  const still = (person.standIns ?? []).filter((one) => one.to >= today && one.childId !== childId);
  const to = addDays(today, limits.raisedDays);
  const added = { id: `r_${childId}`, schoolId, childId, from: today, to };
  await transaction.update(people, openid, { standIns: command.set([...still, added]) });
}
