import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { guideProgress } from '../../platform/collections';
import { openProgress } from './keep-progress';

export const listProgress = defineAction('guides.listProgress', {
  allow: signedInPeople,
  async handle({ caller, database }) {
    const kept = await database.get(guideProgress, caller.openid);
    return { items: openProgress(kept) };
  },
});
