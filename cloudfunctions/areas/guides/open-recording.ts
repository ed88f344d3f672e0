import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { guideVoices } from '../../platform/allow';
import { guideAudio } from '../../platform/collections';
import { readGuide } from '../../platform/read-guide';
import { temporaryLinks } from '../../platform/sdk';
import { audioId, countyOfVoice } from './guide-audio';

export const openRecording = defineAction('guides.openRecording', {
  allow: guideVoices,
  async handle({ caller, database, now }, { guideId, language }) {
    const county = countyOfVoice(caller);
    const { id, version, title, blocks } = await readGuide(database, guideId, now);
    const found = await database.get(guideAudio, audioId({ guideId, version, language }, county));
    const files = found?.blocks.map(({ fileId }) => fileId) ?? [];
    const links = await temporaryLinks(files, limits.guideLinkMinutes * 60);
    return {
      guide: { id, version, title, blocks: blocks.map(({ title, text }) => ({ title, text })) },
      recording: found && {
        state: found.state,
        rev: found.rev,
        mine: found.by === caller.openid,
        blocks: found.blocks.map(({ fileId, ...sound }) => ({ ...sound, url: links.get(fileId) })),
      },
    };
  },
});
