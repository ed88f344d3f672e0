import { raise } from '../../platform/alerts';
import { openEvidence } from '../../platform/alert-evidence';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { children, unheard } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { sees, sitAtDesk } from './desk';

/**
 * A person has listened: nothing of concern, or an alert with the recording and what was understood. It
 * stays for some days, so that "nothing" of one does not take it from another who hears danger.
 */
export const markVoiceHeard = defineAction('safety.markVoiceHeard', {
  allow: staff,
  async handle(context, { ref, level, text }) {
    const { now, once } = context;
    const desk = await sitAtDesk(context);
    return once(async (transaction) => {
      const recording = await transaction.get(unheard, ref);
      if (!recording || !sees(desk, recording)) throw new ActionError('NOT_FOUND');
      const child = await transaction.get(children, recording.childId);
      const mine = child?.circle.some(({ openid }) => openid === desk.openid) ?? false;
      if (!child || mine) throw new ActionError('NOT_FOUND');
      if (recording.waiting || level !== 'S0') {
        await transaction.update(unheard, ref, {
          ...{ waiting: false, heardAt: now },
          // A visit’s recording goes with the visit; what is raised holds it by itself.
          ...(recording.source === 'booking' && { files: command.set([]) }),
        });
      }
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
  },
});
