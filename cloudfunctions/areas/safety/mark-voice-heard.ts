import { raise } from '../../platform/alerts';
import { openEvidence } from '../../platform/alert-evidence';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { children, unheard } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { deleteLoose } from '../../platform/kept-files';
import { sees, sitAtDesk } from './desk';

/** A person has listened: nothing of concern, or an alert with the recording and what was understood. */
export const markVoiceHeard = defineAction('safety.markVoiceHeard', {
  allow: staff,
  async handle(context, { ref, level, text }) {
    const { database, now, once } = context;
    const desk = await sitAtDesk(context);
    let loose: readonly string[] = [];
    const answer = await once(async (transaction) => {
      const recording = await transaction.get(unheard, ref);
      if (!recording || !sees(desk, recording)) throw new ActionError('NOT_FOUND');
      const child = await transaction.get(children, recording.childId);
      const mine = child?.circle.some(({ openid }) => openid === desk.openid) ?? false;
      if (!child || mine) throw new ActionError('NOT_FOUND');
      await transaction.remove(unheard, ref);
      // A day that was put right meanwhile keeps another recording: nobody needs this one any more.
      loose = level === 'S0' && recording.source === 'note' ? recording.files : [];
      if (level === 'S0') return {};
      const { source, ref: cause, by, thread } = recording;
      const { nickname: _n, schoolName: _s, ...said } = openEvidence(unheard, recording);
      const raised = { source, ref: `${cause}.${ref}`, reason: 'heard' as const };
      const { id: alertId } = await raise(transaction, {
        ...{ ...raised, child, by, level, at: now },
        ...(thread && { thread }),
        said: { ...said, text },
      });
      return { alertId };
    });
    await deleteLoose(database, loose);
    return answer;
  },
});
