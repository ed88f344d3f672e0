import { defineAction } from '../../platform/action';
import { guideDesk } from '../../platform/allow';
import { guideDocumentId, guides } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { deskPerson, viewDesk } from './desk';

export const showDraft = defineAction('guides.showDraft', {
  allow: guideDesk,
  async handle({ caller, database, now }, { guideId, version }) {
    const guide = await database.get(guides, guideDocumentId(guideId, version));
    if (!guide) throw new ActionError('NOT_FOUND');
    return { now, guide: viewDesk(guide, deskPerson(caller)) };
  },
});
