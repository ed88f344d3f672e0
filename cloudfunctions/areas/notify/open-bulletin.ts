import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { bulletins, notices, openings } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError, isDuplicate } from '../../platform/errors';
import { blindIndex } from '../../platform/field-encryption';
import { bulletinNotice } from './tell-bulletins';

/** Counted once a person, who is not named in it. Whoever was not sent it has nothing to open. */
export const openBulletin = defineAction('notify.openBulletin', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { id }) {
    const [bulletin, notice] = await Promise.all([
      database.get(bulletins, id),
      database.get(notices, bulletinNotice(id, caller.openid)),
    ]);
    if (!bulletin || !notice) throw new ActionError('NOT_FOUND');
    const { guideId, title } = bulletin;
    try {
      const _id = `${id}_${blindIndex('opening', `${id}\0${caller.openid}`)}`;
      await database.add(openings, { _id, at: now });
    } catch (error) {
      if (isDuplicate(error)) return { guideId, title };
      throw error;
    }
    await database.updateWhere(bulletins, { _id: id }, { opened: command.inc(1) });
    return { guideId, title };
  },
});
