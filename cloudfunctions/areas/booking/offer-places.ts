import * as v from 'valibot';
import { isQuiet } from '@rules/quiet-hours';
import { isTakeable } from '@rules/slots';
import { slots, waitlist, type SlotDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { faultOf, log } from '../../platform/log';
import { lookForRequests } from './look-for-requests';
import { isOfferable, offerPlace, type Offering } from './offer-place';

/** Of places that somebody should be looked for, so many in one run; the rest waits a minute. */
const looksAtOnce = 200;
const offersAtOnce = 30;

/**
 * Every minute: places that have fallen free, were made or have come to their release are kept for
 * the first who waits for them (rules/offers says how ordinary booking keeps its share), and those
 * who have just joined are looked for a place. At night nothing is offered, and nothing forgotten.
 * With nobody waiting that is two small reads. Answers how many offers were made.
 */
export async function offerPlaces(offering: Offering): Promise<number> {
  const { database, now } = offering;
  if (isQuiet(now)) return 0;
  const found = await database.find(slots, {
    where: { lookAt: command.gt(0).and(command.lte(now)) },
    order: [['lookAt', 'asc']],
    limit: looksAtOnce,
  });
  const awaited = await reachesAwaited(offering, found);
  let offers = 0;
  const done: SlotDocument[] = [];
  for (const slot of found) {
    if (offers >= offersAtOnce) break;
    if (!isOfferable(slot, now) || !awaited.has(slot.reach)) {
      done.push(slot);
      continue;
    }
    try {
      if ((await offerPlace(offering, slot)) === undefined) done.push(slot);
      else offers += 1;
    } catch (error) {
      // One place's trouble must not keep the others; the next run tries again.
      log({ action: 'offerPlace', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  await noteLooked(offering, done);
  return offers + (await lookForRequests(offering, offersAtOnce - offers));
}

const IdOnlySchema = v.object({ _id: v.string() });

/** For which of these places anybody waits: one small read for each school, township or county. */
async function reachesAwaited(
  { database }: Offering,
  found: readonly SlotDocument[],
): Promise<Set<string>> {
  const awaited = new Set<string>();
  for (const reach of new Set(found.map((slot) => slot.reach))) {
    const [one] = await database.findParts(waitlist, IdOnlySchema, {
      where: { reach, state: 'waiting' },
      order: [
        ['rank', 'desc'],
        ['_id', 'asc'],
      ],
      limit: 1,
      fields: { _id: true },
    });
    if (one) awaited.add(reach);
  }
  return awaited;
}

/**
 * When each of these is looked at again: a place that is held just now when the hold is over, a kept
 * one at its release, any other not before it falls free again. By condition: what has changed since
 * it was read keeps its mark.
 */
async function noteLooked(
  { database, now }: Offering,
  done: readonly SlotDocument[],
): Promise<void> {
  const groups = new Map<string, { ids: string[]; state: string; lookAt: number | null }>();
  for (const slot of done) {
    const lookAt = nextLook(slot, now);
    const key = `${slot.state} ${lookAt}`;
    const group = groups.get(key) ?? { ids: [], state: slot.state, lookAt };
    group.ids.push(slot._id);
    groups.set(key, group);
  }
  for (const { ids, state, lookAt } of groups.values()) {
    const unchanged = { _id: command.in(ids), state, lookAt: command.lte(now) };
    await database.updateWhere(slots, unchanged, { lookAt });
  }
}

function nextLook(slot: SlotDocument, now: number): number | null {
  if (slot.state === 'booked') return null;
  if (!isTakeable(slot, '', now)) return slot.heldUntil;
  return slot.openFrom > now ? slot.openFrom : null;
}
