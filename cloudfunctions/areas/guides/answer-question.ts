import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { ActionError } from '../../platform/errors';
import { keepProgress } from './keep-progress';
import { readGuide } from '../../platform/read-guide';

/** A message with a question teaches, a message alone does not (anchors.md, "Evidence"). */
export const answerQuestion = defineAction('guides.answerQuestion', {
  allow: signedInPeople,
  mostPerHour: 600,
  async handle(context, { guideId, version, answer }) {
    const guide = await readGuide(context.database, guideId, context.now);
    const chosen = guide.question.answers[answer];
    // An answer to an older text says nothing of the one that is shown now.
    if (guide.version !== version || !chosen) throw new ActionError('NOT_FOUND');
    const { now: at } = context;
    const of = guide.blocks.length;
    const answered = { choice: answer, at, right: chosen.right };
    const item = { guideId, version, answered, blocks: of, of, at };
    await keepProgress(context, [item]);
    return { right: chosen.right, explanation: chosen.explanation };
  },
});
