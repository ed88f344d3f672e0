import type { InputOf } from '@contract';
import type { Wish } from '@contract/wait';
import { addDays, dayOf } from '@rules/dates';
import {
  children,
  waitlist,
  type WaitlistDocument,
} from '../../../cloudfunctions/platform/collections';
import { sealAway } from '../../../cloudfunctions/areas/family/circle';
import type { Booker, Scenario } from './scenario';

/** Whatever there is in the next fortnight. */
export const anyWish = (part: Partial<Wish> = {}): Wish => ({
  kinds: ['school', 'clinic', 'phone', 'wechat', 'home'],
  parts: ['morning', 'afternoon', 'evening'],
  until: addDays(dayOf(Date.now()), 14),
  ...part,
});

/** Puts a family on the waiting list; answers the request's id. */
export async function join(
  who: Booker,
  part: Partial<InputOf<'booking.joinWaitlist'>> = {},
): Promise<string> {
  const wish = anyWish();
  const { childId } = who;
  const input = { childId, wish, worries: ['sleep' as const], ...part };
  const { id } = await who.call('booking.joinWaitlist', input);
  return id;
}

/** Both parents work away, as the family says when it is asked. */
export async function sayBothAway(scenario: Scenario, who: Booker): Promise<void> {
  const away = { who: 'both' as const, span: 'overHalfYear' as const, saidAt: Date.now() };
  await scenario.database.update(children, who.childId, { away: sealAway(who.childId, away) });
}

export async function request(scenario: Scenario, id: string): Promise<WaitlistDocument> {
  const found = await scenario.database.get(waitlist, id);
  if (!found) throw new Error(`there is no request ${id}`);
  return found;
}

/** The one request of a family, as it sees it. */
export async function waitOf(who: Booker) {
  const { waits } = await who.call('booking.listWaits', {});
  const [wait] = waits;
  if (!wait) throw new Error('they wait for nothing');
  return wait;
}
