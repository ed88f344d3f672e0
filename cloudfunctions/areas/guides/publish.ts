import { publishAheadDays } from '@contract/publishing';
import { dayMs } from '@rules/dates';
import { mayTarget } from '@rules/guide-regions';
import { mayPublish } from '@rules/guide-states';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { guideDocumentId, guides } from '../../platform/collections';
import { command } from '../../platform/database';
import { schedule, unschedule } from '../../platform/due';
import { ActionError } from '../../platform/errors';
import { publishedOf, publishVersion } from './publish-version';

/** By a county's administrator who did not write it, once everybody has signed. */
export const publish = defineAction('guides.publish', {
  allow: countyAdministrators,
  async handle({ caller, database, now, once }, { guideId, version, regions, at }) {
    const county = countyAdministered(caller);
    if (county === undefined || !mayTarget(regions, county)) throw new ActionError('FORBIDDEN');
    const soon = at !== undefined && (at <= now || at > now + publishAheadDays * dayMs);
    if (soon) throw new ActionError('INVALID_INPUT');
    const previous = await publishedOf(database, guideId);
    return once(async (transaction) => {
      const guide = await transaction.get(guides, guideDocumentId(guideId, version));
      if (!guide) throw new ActionError('NOT_FOUND');
      if (guide.authors.includes(caller.openid)) throw new ActionError('FORBIDDEN');
      if (!mayPublish(guide, caller.openid)) throw new ActionError('CANNOT_FOLLOW');
      if (guide.publishAt) await unschedule(transaction, 'guidePublish', guide._id);
      if (at === undefined) {
        await publishVersion(transaction, guide, { now, regions, county, previous });
        return { status: 'published' as const };
      }
      await transaction.update(guides, guide._id, {
        ...{ publishAt: at, publishBy: caller.openid, publishedIn: county },
        regions: command.set(regions),
      });
      await schedule(transaction, { kind: 'guidePublish', ref: guide._id, at });
      return { status: guide.status, publishAt: at };
    });
  },
});
