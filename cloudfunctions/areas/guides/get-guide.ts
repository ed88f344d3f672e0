import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { readGuide } from '../../platform/read-guide';
import { readReady, viewRecording } from './guide-audio';

/** With what the caller's county has recorded of it: two round trips, one for whoever has no county. */
export const getGuide = defineAction('guides.getGuide', {
  allow: anyone,
  async handle({ caller, database, now }, { guideId }) {
    const guide = await readGuide(database, guideId, now);
    const { township, posts = [] } = caller.person ?? {};
    const county = township === undefined ? posts.at(-1)?.county : countyOf(township);
    if (county === undefined || guide.status === 'expired') return { now, guide };
    const ready = await readReady(database, guide, county);
    return { now, guide, recordings: ready.map(viewRecording) };
  },
});
