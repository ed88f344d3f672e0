import { defineAction } from '../../platform/action';
import { guideVoices } from '../../platform/allow';
import { guideAudio } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { deleteFiles } from '../../platform/sdk';
import { audioId, countyOfVoice } from './guide-audio';

/** Whoever hears a mistake may take a recording back, also another one's: families hear the machine then. */
export const withdrawRecording = defineAction('guides.withdrawRecording', {
  allow: guideVoices,
  async handle({ caller, once }, input) {
    const _id = audioId(input, countyOfVoice(caller));
    let files: string[] = [];
    const answer = await once(async (transaction) => {
      const found = await transaction.get(guideAudio, _id);
      if (!found) throw new ActionError('NOT_FOUND');
      files = found.blocks.map(({ fileId }) => fileId);
      await transaction.remove(guideAudio, _id);
      return {};
    });
    await deleteFiles(files);
    return answer;
  },
});
