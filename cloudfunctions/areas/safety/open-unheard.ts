import { minuteMs } from '@rules/dates';
import { openEvidence } from '../../platform/alert-evidence';
import { defineAction, type Context } from '../../platform/action';
import { staff } from '../../platform/allow';
import { unheard, type UnheardDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { linkOrGone } from '../../platform/sdk';
import { sees, sitAtDesk, type Desk } from './desk';
import { noteLook } from './look';

const linkMinutes = 10;

/** @throws ActionError FORBIDDEN, or NOT_FOUND for what they may not hear and what somebody has heard. */
export async function findUnheard(
  context: Context,
  ref: string,
): Promise<{ desk: Desk; recording: UnheardDocument }> {
  const [desk, recording] = await Promise.all([
    sitAtDesk(context),
    context.database.get(unheard, ref),
  ]);
  if (!recording?.waiting || !sees(desk, recording)) throw new ActionError('NOT_FOUND');
  return { desk, recording };
}

export const openUnheard = defineAction('safety.openUnheard', {
  allow: staff,
  async handle(context, { ref }) {
    const { database, now } = context;
    const { desk, recording } = await findUnheard(context, ref);
    const { fileId, seconds = 0 } = openEvidence(unheard, recording);
    const link = fileId === undefined ? undefined : await linkOrGone(fileId, linkMinutes * 60);
    if (!link || link.gone) {
      // Taken back with the agreement, or deleted by whoever sent it: nobody can listen any more.
      await database.removeWhere(unheard, { _id: ref });
      throw new ActionError('NOT_FOUND');
    }
    // It waits on: the same request may be sent again.
    const { url } = link;
    if (url === undefined) throw new ActionError('INTERNAL');
    await noteLook(context, desk, 'listen', ref);
    return { url, seconds, expiresAt: now + linkMinutes * minuteMs };
  },
});
