import { EmptySchema } from '@contract/shapes';
import { nextCall, reminderOf } from '@rules/call-times';
import { hourMs } from '@rules/dates';
import { children, due, type ChildDocument } from '../../platform/collections';
import { dueId } from '../../platform/due';
import type { Database } from '../../platform/database';
import { once } from '../../platform/idempotency';
import { openChild } from './read-children';
import { openWarmth } from '../../platform/warmth';
import { familyAdults } from './family-warmth';

const between = '~';

/** What a reminder in `due` is about. */
export const callRef = (childId: string, planId: string) => `${childId}${between}${planId}`;

/** A reminder that comes in the evening for the next morning is the earliest there is. */
const earliestMs = 12 * hourMs;

/**
 * Both sides hear that they have a call soon, and the reminder of a weekly one goes on to the next
 * week. Does nothing for a plan that was given up; a run that died in between tells nothing twice.
 */
export async function callSoon(
  { database, now, random }: { database: Database; now: number; random: () => number },
  ref: string,
): Promise<void> {
  const [childId = '', planId = ''] = ref.split(between);
  const plan = planOf(await database.get(children, childId), planId);
  const start = plan && nextCall(plan, now);
  if (!plan || start === undefined) return;
  const proof = {
    ...{ action: 'callSoon', input: { ref, start }, openid: 'job', now },
    requestId: `call_${planId}_${start}`,
  };
  await once(database, random, proof, EmptySchema, async (transaction) => {
    const child = await transaction.get(children, childId);
    if (!child || !planOf(child, planId)) return {};
    if (start > now && start - now <= earliestMs) {
      transaction.tell({
        to: familyAdults(child).map(({ openid }) => openid),
        ...{ kind: 'callSoon', childId, start, nickname: openChild(child).nickname },
      });
    }
    return {};
  });
  // Outside: where it is repeated, it says the same once more.
  const following = plan.weekly ? nextCall(plan, start + 2 * hourMs) : undefined;
  if (following === undefined) return;
  await database.update(due, dueId('callSoon', ref), { at: reminderOf(following) });
}

function planOf(child: ChildDocument | undefined, planId: string) {
  const plans = child ? openWarmth(child).plans : [];
  return plans.find(({ id, state }) => id === planId && state === 'agreed');
}
