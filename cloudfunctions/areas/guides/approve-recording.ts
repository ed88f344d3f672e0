import { coversText } from '@rules/recordings';
import { defineAction } from '../../platform/action';
import { guideVoices } from '../../platform/allow';
import { guideAudio } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { audioId, countyOfVoice, readThisVersion, standingOf } from './guide-audio';

/** From here on families hear it. Nobody approves their own voice. */
export const approveRecording = defineAction('guides.approveRecording', {
  allow: guideVoices,
  async handle({ caller, database, now, once }, input) {
    const { openid } = caller;
    const _id = audioId(input, countyOfVoice(caller));
    const guide = await readThisVersion(database, input, now);
    return once(async (transaction) => {
      const found = await transaction.get(guideAudio, _id);
      if (!found) throw new ActionError('NOT_FOUND');
      if (found.by === openid) throw new ActionError('FORBIDDEN');
      // Something was recorded anew since they heard it.
      if (found.rev !== input.rev) throw new ActionError('CHANGED_MEANWHILE');
      if (!coversText(found.blocks, guide.blocks)) throw new ActionError('CANNOT_FOLLOW');
      const change = { state: 'ready' as const, approvedBy: openid };
      await transaction.update(guideAudio, _id, change);
      return standingOf({ ...found, ...change });
    });
  },
});
