import * as v from 'valibot';
import { children } from '../../platform/collections';
import { unschedule } from '../../platform/due';
import { once } from '../../platform/idempotency';
import { openChild } from '../family/read-children';
import type { Offering } from './offer-place';
import { letGo, withdrawOffer } from './settle-wait';
import { childOfWait } from './waits';

/**
 * The time to answer is over: the place goes to the next, the family waits on and hears so, with
 * no blame. Does nothing when the offer was answered, or a later one has taken its place.
 */
export async function lapseOffer(
  { database, random, now }: Offering,
  waitlistId: string,
): Promise<void> {
  const childId = childOfWait(waitlistId);
  const waitIn = (child: Awaited<ReturnType<typeof readChild>>) =>
    child?.waits?.find((one) => one.waitlistId === waitlistId);
  const readChild = () => database.get(children, childId);
  const offer = waitIn(await readChild())?.offer;
  if (!offer || offer.until > now) return;
  const proof = {
    ...{ action: 'lapseOffer', input: { waitlistId, until: offer.until } },
    ...{ openid: 'job', requestId: `lapse_${waitlistId}_${offer.until}`, now },
  };
  await once(database, random, proof, v.boolean(), async (transaction) => {
    const child = await transaction.get(children, childId);
    const wait = waitIn(child);
    if (!child || wait?.offer?.until !== offer.until) return false;
    await withdrawOffer(transaction, { child, wait, now });
    // The next offer may come in this very run.
    await unschedule(transaction, 'offerDeadline', waitlistId);
    const { start, placeName } = offer.slot;
    transaction.tell({
      to: child.circle.map(({ openid }) => openid),
      kind: 'offerLapsed',
      ...{ childId, waitlistId, start, placeName, nickname: openChild(child).nickname },
    });
    return true;
  });
  await letGo(database, { waitlistId, slotId: offer.slot.id });
}
