import { limits } from '@contract/limits';
import type { InputOf } from '@contract';
import { permits } from '@rules/consent';
import { addDays, dayOf } from '@rules/dates';
import { reviewed } from '@rules/priority';
import { countyOf, reachOfChild } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { expectEar } from '../../platform/alerts';
import { childEntry, circleOfChild } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import {
  children,
  people,
  waitlist,
  type ChildDocument,
  type WaitOfChild,
} from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { checkVoice } from '../../platform/voice-folder';
import { isLeftBehind } from '@rules/priority';
import { memberOf, openAway } from '../family/circle';
import { openChild } from '../family/read-children';
import { readPriority } from './priority-settings';
import {
  changeOfWaits,
  isOpen,
  sealRequest,
  sealRequestPhone,
  viewWait,
  waitlistIdOf,
} from './waits';

/** Puts a child on the waiting list, or two of one family who are to come together. */
export const joinWaitlist = defineAction('booking.joinWaitlist', {
  allow: circleOfChild,
  async handle({ caller, database, now, once }, input) {
    const person = signedIn(caller);
    const { openid } = caller;
    const { childId, siblingId, wish, worries, voice } = input;
    checkVoice(openid, voice);
    checkWish(input, now);
    const entry = childEntry(caller, childId);
    if (!entry || (siblingId !== undefined && !childEntry(caller, siblingId))) {
      throw new ActionError('FORBIDDEN');
    }
    const phone =
      person.phone &&
      decrypt({ collection: people.name, id: openid, field: 'phone' }, person.phone);
    const priority = await readPriority(database, countyOf(entry.township));
    return once(async (transaction) => {
      const { child, me } = memberOf(await transaction.get(children, childId), openid);
      const sibling =
        siblingId === undefined
          ? undefined
          : memberOf(await transaction.get(children, siblingId), openid).child;
      const family = sibling ? [child, sibling] : [child];
      checkConsent(family, voice !== undefined);
      // What is over makes room; it was kept only so that the family could see it.
      const open = (child.waits ?? []).filter(isOpen);
      if (open.length >= limits.waitsPerChild) throw new ActionError('LIMIT_REACHED');
      const since = Math.max(now, ...open.map((one) => one.since + 1));
      const away = family.map(openAway).find(isLeftBehind);
      const { urgency, first, rank } = reviewed({ since, away }, 'routine', priority);
      const id = waitlistIdOf(childId, since);
      const wait: WaitOfChild = {
        ...{ waitlistId: id, siblingId: siblingId ?? null, wish, since, urgency },
        ...{ state: 'waiting', reviewAsked: false, offer: null },
      };
      await transaction.add(waitlist, {
        ...{ _id: id, county: countyOf(child.township), childId, siblingId: siblingId ?? null },
        ...{ by: openid, reach: reachOfAll(family), wish, state: 'waiting', since },
        ...{ urgency, urgencyBy: null, urgencyAt: null, reviews: [], reviewAskedAt: null },
        ...{ first, rank, offer: null, declined: [], settledAt: null, lookAt: now },
        details: sealRequest(id, {
          ...openChild(child),
          ...{ schoolName: child.schoolName, worries, voiceSeconds: voice?.seconds },
        }),
        phone: sealRequestPhone(id, phone),
      });
      const change = changeOfWaits(child, [...open, wait], { [id]: { worries, voice } });
      await transaction.update(children, childId, change);
      if (voice) {
        const said = { ...voice, kind: 'voice' as const, at: now, by: { relation: me.relation } };
        await expectEar(transaction, {
          ...{ source: 'booking', ref: id, child, by: openid, said, at: now },
          ...{ urgent: false, fresh: true },
        });
      }
      return viewWait(child, wait, family, now);
    });
  },
});

function checkWish(
  { childId, siblingId, wish }: InputOf<'booking.joinWaitlist'>,
  now: number,
): void {
  const today = dayOf(now);
  const inTime = wish.until >= today && wish.until <= addDays(today, limits.waitDays);
  if (!inTime || siblingId === childId) throw new ActionError('INVALID_INPUT');
}

/** Read in the transaction that also writes the child: a withdrawal in between stops it. */
function checkConsent(family: readonly ChildDocument[], voice: boolean): void {
  const needed = voice ? (['booking', 'recordings'] as const) : (['booking'] as const);
  const agreed = family.every(({ consents }) => needed.every((one) => permits(consents, one)));
  if (!agreed) throw new ActionError('CONSENT_NEEDED');
}

/** The places that all of them may use. */
export function reachOfAll(family: readonly ChildDocument[]): string[] {
  const [first = [], ...others] = family.map(reachOfChild);
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}
