import { setTimeout as wait } from 'node:timers/promises';
import { leases } from './collections';
import { command, type Database } from './database';
import { ActionError, isDuplicate } from './errors';

/**
 * Runs `work` unless somebody else is at it. A run that dies keeps the lease only until it runs
 * out. Answers whether the work was done.
 */
export async function underLease(
  database: Database,
  lease: { name: string; now: number; lastsMs: number },
  work: () => Promise<void>,
): Promise<boolean> {
  if (!(await takeLease(database, lease))) return false;
  try {
    await work();
  } finally {
    await database.updateWhere(leases, { _id: lease.name }, { until: 0 });
  }
  return true;
}

/**
 * The same under several leases. Whoever needs the same ones must name them in the same order. One
 * that somebody else has gives all of them back.
 */
export async function underLeases(
  database: Database,
  { names, ...lease }: { names: readonly string[]; now: number; lastsMs: number },
  work: () => Promise<void>,
): Promise<boolean> {
  const [name, ...rest] = names;
  if (name === undefined) {
    await work();
    return true;
  }
  let done = false;
  await underLease(database, { ...lease, name }, async () => {
    done = await underLeases(database, { ...lease, names: rest }, work);
  });
  return done;
}

const tries = 8;
const pauseMs = 150;

/**
 * For what a person waits for: tries again for a second or two while others are at it.
 * @throws ActionError BUSY when they still are.
 */
export async function soon(random: () => number, attempt: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < tries; count += 1) {
    if (await attempt()) return;
    await wait(pauseMs * (0.5 + random()));
  }
  throw new ActionError('BUSY');
}

/** Takes the lease unless somebody has it; it is free again when it runs out. */
export async function takeLease(
  database: Database,
  { name, now, lastsMs }: { name: string; now: number; lastsMs: number },
): Promise<boolean> {
  const until = now + lastsMs;
  const free = { _id: name, until: command.lte(now) };
  if ((await database.updateWhere(leases, free, { until })) > 0) return true;
  try {
    await database.add(leases, { _id: name, until });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
