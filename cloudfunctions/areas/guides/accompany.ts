import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { bookingStaff } from '../../platform/allow';
import { counsellorOf, type Caller } from '../../platform/caller';
import { accompanies, appointments, children } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { callerName } from '../../platform/caller-name';
import { ActionError } from '../../platform/errors';
import { openChild } from '../family/read-children';
import { accompanyId, familyOf, roleWith, sealAccompany, visitDays } from './companions';
import { courseOf } from './courses';

/** An offer says nothing of the family to whoever makes it; the family decides. */
export const accompany = defineAction('guides.accompany', {
  allow: bookingStaff,
  mostPerHour: 30,
  async handle({ caller, database, now, once }, { childId, courseId }) {
    const { openid } = caller;
    if (!courseOf(courseId)) throw new ActionError('NOT_FOUND');
    const _id = accompanyId(childId, courseId, openid);
    const [known, seen] = await Promise.all([
      database.find(accompanies, {
        where: { companion: openid },
        order: [['at', 'desc']],
        limit: limits.coursesPerCompanion,
      }),
      hasVisit(database, caller, childId, now),
    ]);
    const full = known.length === limits.coursesPerCompanion;

    return once(async (transaction) => {
      const child = await transaction.get(children, childId);
      const role = child && roleWith(caller, child);
      if (!child || !role || (role === 'counsellor' && !seen)) throw new ActionError('NOT_FOUND');
      const before = await transaction.get(accompanies, _id);
      const lapsed = before !== undefined && before.expiresAt <= now;
      if (before && !lapsed && before.state !== 'ended') {
        // A family that has said no is not asked again for a while.
        if (before.state === 'declined') throw new ActionError('CANNOT_FOLLOW');
        return { accompanyId: _id, state: before.state };
      }
      if (!before && full) throw new ActionError('LIMIT_REACHED');
      const family = familyOf(child).filter((adult) => adult !== openid);
      // Families without a telephone hear no course in the app.
      if (family.length === 0) throw new ActionError('CANNOT_FOLLOW');
      const name = callerName(caller);
      const offer = {
        ...{ _id, companion: openid, role, childId, adult: null, state: 'offered' as const },
        details: sealAccompany(_id, { courseId, name }),
        ...{ at: now, wordAt: null, expiresAt: now + limits.accompanyOfferDays * dayMs },
      };
      if (before) await transaction.update(accompanies, _id, withoutId(offer));
      else await transaction.add(accompanies, offer);
      await transaction.update(children, childId, { rev: command.inc(1) });
      const { nickname } = openChild(child);
      const learning = { accompanyId: _id, courseId, role, name };
      transaction.tell({ to: family, kind: 'accompanyOffered', childId, nickname, learning });
      return { accompanyId: _id, state: offer.state };
    });
  },
});

const withoutId = <Fields extends { _id: string }>({ _id, ...fields }: Fields) => fields;

async function hasVisit(
  database: Database,
  caller: Caller,
  childId: string,
  now: number,
): Promise<boolean> {
  const counsellorId = counsellorOf(caller);
  if (counsellorId === undefined) return false;
  const found = await database.find(appointments, {
    where: { childId, start: command.gte(now - visitDays * dayMs) },
    order: [['start', 'asc']],
    limit: limits.pageSize,
  });
  return found.some((visit) => visit.counsellorId === counsellorId);
}
