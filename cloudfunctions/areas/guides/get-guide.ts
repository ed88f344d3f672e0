import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { readGuide } from '../../platform/read-guide';

export const getGuide = defineAction('guides.getGuide', {
  allow: anyone,
  async handle({ database, now }, { guideId }) {
    return { now, guide: await readGuide(database, guideId, now) };
  },
});
