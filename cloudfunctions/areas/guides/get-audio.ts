import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { temporaryLinks } from '../../platform/sdk';
import { readReady, viewRecording } from './guide-audio';

/** What is said in a guide is everybody's: no account is needed to hear it. */
export const getAudio = defineAction('guides.getAudio', {
  allow: anyone,
  async handle({ database }, { guideId, version, county }) {
    const ready = await readReady(database, { id: guideId, version }, county);
    const sounds = ready.flatMap(({ blocks }) => blocks);
    const links = await temporaryLinks(
      sounds.map(({ fileId }) => fileId),
      limits.guideLinkMinutes * 60,
    );
    return {
      recordings: ready.map(viewRecording),
      links: sounds.flatMap(({ id, fileId }) => {
        const url = links.get(fileId);
        return url === undefined ? [] : [{ id, url }];
      }),
    };
  },
});
