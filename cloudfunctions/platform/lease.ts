import { leases } from './collections';
import { command, type Database } from './database';
import { isDuplicate } from './errors';

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
  await work();
  await database.updateWhere(leases, { _id: lease.name }, { until: 0 });
  return true;
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
