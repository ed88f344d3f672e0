import * as v from 'valibot';
import { worksWith } from '@rules/posts';
import {
  children,
  people,
  posts,
  type ChildDocument,
  type PostDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { inTransaction, type Transaction } from '../../platform/transaction';
import { entryOf } from './entry';

/** A township is one step; two hundred families each, the rest waits for the next run. */
const townshipsAtOnce = 50;
const batchesAtOnce = 20;
/** In one transaction: few enough that it rarely meets another writer. */
const familiesAtOnce = 10;
const postsAtOnce = 100;

const WaitingPartsSchema = v.object({ _id: v.string(), waitsIn: v.string() });

/** Whoever acts for a family from now on, in place of somebody who has gone. */
export const nextProxy = (openid: string, now: number) =>
  ({ openid, relation: 'other', standing: 'proxy', since: now, handedOver: true }) as const;

/** What changes of a child that is taken over by `me`. */
export const takenOver = (child: ChildDocument, me: ChildDocument['circle'][number]) => ({
  circle: [...child.circle, me],
  waitsIn: command.remove(),
  waitsSince: command.remove(),
  rev: command.inc(1),
});

/**
 * Takes the holder of an ended post out of the circles of whom they acted for, which wait for the
 * next child director from then on. Can be repeated; a child that the same person has taken over
 * again meanwhile is left alone. One round trip a township.
 */
export async function waitForNext(
  database: Database,
  { openid, left = [], leftAt = 0 }: Pick<PostDocument, 'openid' | 'left' | 'leftAt'>,
  theirsAgain: readonly string[] = [],
): Promise<void> {
  const open = left.filter(({ id }) => !theirsAgain.includes(id));
  for (const township of new Set(open.map((child) => child.township))) {
    const ids = open.filter((child) => child.township === township).map(({ id }) => id);
    await database.updateWhere(
      children,
      { _id: command.in(ids), circle: command.elemMatch({ openid, standing: 'proxy' }) },
      {
        circle: command.pull({ openid, standing: 'proxy' }),
        waitsIn: township,
        waitsSince: leftAt,
        rev: command.inc(1),
      },
    );
  }
}

/** Child directors of these townships, whoever came last first. */
export async function findDirectors(
  database: Database,
  townships: string[],
): Promise<PostDocument[]> {
  const found = await database.find(posts, {
    where: { township: command.in(townships), until: null },
    limit: postsAtOnce,
  });
  return found
    .filter(({ role }) => role === 'director')
    .sort((a, b) => b.since - a.since || (a._id < b._id ? -1 : 1));
}

/**
 * Gives families whose proxy has gone to the child director of their township, or lets them wait
 * for one. Some at a time, each wholly or not at all; a run that is cut short is taken up again.
 * Answers how many were handed over.
 */
export async function handOver(
  database: Database,
  now: number,
  random: () => number,
): Promise<number> {
  await finishLeaving(database, now, random);
  let handed = 0;
  let after = '';
  for (let step = 0; step < townshipsAtOnce; step += 1) {
    const [first] = await findWaiting(database, command.gt(after), 1);
    if (!first) break;
    after = first.waitsIn;
    handed += await handOverIn(database, after, now, random);
  }
  return handed;
}

/** Posts that ended while the machine failed have not said yet whom they leave. */
async function finishLeaving(database: Database, now: number, random: () => number): Promise<void> {
  const found = await database.find(posts, {
    where: { leftAt: command.gt(0) },
    order: [['leftAt', 'asc']],
    limit: postsAtOnce,
  });
  for (const post of found) {
    // Somebody was named: they have the families, and only what they cannot have waits.
    await giveFamilies(database, post, { now, random });
    const person = await database.get(people, post.openid);
    const theirs = person?.children.map(({ id }) => id) ?? [];
    await waitForNext(database, post, theirs);
    const done = { left: command.remove(), leftAt: command.remove() };
    await database.update(posts, post._id, done);
  }
}

/**
 * Families of an ended post to whoever was named to follow, some at a time, each wholly or not at
 * all. Can be repeated: a family that has another proxy by now is left alone. Answers how many.
 */
export async function giveFamilies(
  database: Database,
  { openid: from, left = [], handedTo }: Pick<PostDocument, 'openid' | 'left' | 'handedTo'>,
  { now, random }: { now: number; random: () => number },
): Promise<number> {
  const next = handedTo === undefined ? undefined : await database.get(posts, handedTo);
  if (next?.until !== null || next.openid === from) return 0;
  let given = 0;
  for (let at = 0; at < left.length; at += familiesAtOnce) {
    const ids = left.slice(at, at + familiesAtOnce).map(({ id }) => id);
    given += await inTransaction(database, random, (transaction) =>
      giveBatch(transaction, { ids, from, to: next, now }),
    );
  }
  return given;
}

async function giveBatch(
  transaction: Transaction,
  { ids, from, to, now }: { ids: string[]; from: string; to: PostDocument; now: number },
): Promise<number> {
  const person = await transaction.get(people, to.openid);
  if (!person || person.deleteAt || !person.posts.some(({ id }) => id === to._id)) return 0;
  const me = nextProxy(to.openid, now);
  const entries: ReturnType<typeof entryOf>[] = [];
  for (const id of ids) {
    const child = await transaction.get(children, id);
    const old = child?.circle.find((one) => one.openid === from && one.standing === 'proxy');
    if (!child || !worksWith(to, child) || (!old && child.waitsIn === undefined)) continue;
    const others = child.circle.filter((one) => one !== old);
    const isIn = others.some((one) => one.openid === to.openid);
    const { circle: _circle, ...rest } = takenOver(child, me);
    const circle = command.set(isIn ? others : [...others, me]);
    await transaction.update(children, id, { circle, ...rest });
    if (!isIn) entries.push(entryOf(child, me));
  }
  const others = person.children.filter(({ id }) => !entries.some((entry) => entry.id === id));
  await transaction.update(people, to.openid, { children: command.set([...others, ...entries]) });
  return entries.length;
}

function findWaiting(database: Database, waitsIn: unknown, limit: number) {
  return database.findParts(children, WaitingPartsSchema, {
    where: { waitsIn },
    order: [
      ['waitsIn', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    fields: { waitsIn: true },
  });
}

async function handOverIn(
  database: Database,
  township: string,
  now: number,
  random: () => number,
): Promise<number> {
  const directors = await findDirectors(database, [township]);
  let handed = 0;
  for (const { openid } of directors) {
    for (let batch = 0; batch < batchesAtOnce; batch += 1) {
      const waiting = await findWaiting(database, township, familiesAtOnce);
      const ids = waiting.map(({ _id }) => _id);
      if (ids.length === 0) return handed;
      const taken = await handOverBatch(database, { openid, township, ids, now }, random);
      // Their post has ended meanwhile, or they are leaving: the next one.
      if (taken === undefined) break;
      handed += taken;
    }
  }
  return handed;
}

/** Child and director together, so that nobody loses a family in between; undefined: not to them. */
async function handOverBatch(
  database: Database,
  wish: { openid: string; township: string; ids: string[]; now: number },
  random: () => number,
): Promise<number | undefined> {
  const { openid, township, ids, now } = wish;
  return inTransaction(database, random, async (transaction) => {
    const person = await transaction.get(people, openid);
    const holds = person?.posts.some(
      (post) => post.role === 'director' && post.township === township,
    );
    if (!person || !holds || person.deleteAt) return undefined;
    const me = nextProxy(openid, now);
    const entries: ReturnType<typeof entryOf>[] = [];
    let taken = 0;
    for (const id of ids) {
      const child = await transaction.get(children, id);
      if (child?.waitsIn !== township) continue;
      if (child.township !== township) {
        // It goes to school elsewhere by now: the next step hands it over there.
        await transaction.update(children, id, { waitsIn: child.township, rev: command.inc(1) });
        continue;
      }
      taken += 1;
      const isIn = child.circle.some((adult) => adult.openid === openid);
      const { circle, ...rest } = takenOver(child, me);
      await transaction.update(children, id, isIn ? rest : { circle, ...rest });
      if (!isIn) entries.push(entryOf(child, me));
    }
    const others = person.children.filter(({ id }) => !entries.some((entry) => entry.id === id));
    await transaction.update(people, openid, { children: command.set([...others, ...entries]) });
    return taken;
  });
}
