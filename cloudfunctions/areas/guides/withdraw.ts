import { isOfCounty } from '@rules/guide-regions';
import { afterStep } from '@rules/guide-states';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { guideDocumentId, guides } from '../../platform/collections';
import { command } from '../../platform/database';
import { unschedule } from '../../platform/due';
import { ActionError } from '../../platform/errors';

/** At once and for everybody: lists leave it out and name it as gone, so that copies go too. */
export const withdraw = defineAction('guides.withdraw', {
  allow: countyAdministrators,
  async handle({ caller, now, once }, { guideId, version, reason }) {
    const county = countyAdministered(caller);
    return once(async (transaction) => {
      const guide = await transaction.get(guides, guideDocumentId(guideId, version));
      if (!guide) throw new ActionError('NOT_FOUND');
      if (county === undefined || !isOfCounty(guide.regions, county)) {
        throw new ActionError('FORBIDDEN');
      }
      const status = afterStep(guide.status, 'withdraw');
      if (!status) throw new ActionError('CANNOT_FOLLOW');
      if (guide.publishAt) await unschedule(transaction, 'guidePublish', guide._id);
      await transaction.update(guides, guide._id, {
        ...{ status, withdrawnAt: now, withdrawnFor: reason, editedAt: now },
        ...{ publishAt: null, waitsFor: command.set([]) },
      });
      return { status };
    });
  },
});
