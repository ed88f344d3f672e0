import { recordAccess } from '../../platform/access-log';
import type { Context } from '../../platform/action';

/** Leaves a trace that a counsellor looked at these children for the sake of the day's work. */
export function traceDay(
  { database, caller, now }: Pick<Context, 'database' | 'caller' | 'now'>,
  childIds: string[],
): Promise<void> {
  return recordAccess(database, {
    ...{ viewer: caller, role: 'counsellor', purpose: 'day' },
    ...{ childIds, now },
  });
}
