import * as v from 'valibot';
import { limits } from '@contract/limits';
import { slots, waitlist, type PersonDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { sealPhone } from './day';
import { sealRequestPhone } from './waits';

const IdOnlySchema = v.object({ _id: v.string() });

/**
 * Puts a changed number into the visits to come and what is waited for, so that a counsellor never dials the old one.
 * A visit that is cancelled meanwhile no longer matches and stays empty.
 */
export async function tellCounsellors(
  database: Database,
  {
    openid,
    person,
    phone,
    now,
  }: { openid: string; person: PersonDocument; phone: string; now: number },
): Promise<void> {
  const mine = await database.findParts(slots, IdOnlySchema, {
    where: { bookedBy: openid, start: command.gte(now) },
    order: [['start', 'asc']],
    limit: limits.childrenPerPerson * limits.upcomingPerChild,
    fields: { _id: true },
  });
  for (const { _id } of mine) {
    const change = { phone: sealPhone(_id, phone) };
    await database.updateWhere(slots, { _id, bookedBy: openid }, change);
  }
  const waiting = await database.findParts(waitlist, IdOnlySchema, {
    where: {
      childId: command.in(person.children.map(({ id }) => id)),
      settledAt: null,
      by: openid,
    },
    limit: limits.childrenPerProxy * limits.waitsPerChild,
    fields: { _id: true },
  });
  for (const { _id } of waiting) {
    const change = { phone: sealRequestPhone(_id, phone) };
    await database.updateWhere(waitlist, { _id, by: openid, settledAt: null }, change);
  }
}
