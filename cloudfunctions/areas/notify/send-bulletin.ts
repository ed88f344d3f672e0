import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { guideWriters } from '../../platform/allow';
import { bulletins, type BulletinDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { readGuide } from '../../platform/read-guide';
import { bulletinCounty, viewBulletin } from './bulletins';

/** One document, whoever it is for; the job goes over the people (tell-bulletins.ts). */
export const sendBulletin = defineAction('notify.sendBulletin', {
  allow: guideWriters,
  mostPerHour: 10,
  async handle({ caller, database, now, newId, once }, { guideId, audience, township, at = 0 }) {
    const county = bulletinCounty(caller);
    const isOwn = township === undefined || countyOf(township) === county;
    if (county === undefined || !isOwn) throw new ActionError('FORBIDDEN');
    if (at > now + limits.announceAheadDays * dayMs) throw new ActionError('INVALID_INPUT');
    const guide = await readGuide(database, guideId, now);
    if (guide.status !== 'published') throw new ActionError('NOT_FOUND');
    // A phone whose clock is behind means now.
    const when = Math.max(at, now);
    return once(async (transaction) => {
      const document: BulletinDocument = {
        ...{ _id: newId('b'), guideId, title: guide.title, county, audience },
        ...{ township: township ?? null, by: caller.openid, at: when, tellAt: when, after: null },
        ...{ reached: 0, notReachable: 0, opened: 0, withdrawnAt: null },
      };
      await transaction.add(bulletins, document);
      return viewBulletin(document);
    });
  },
});
