import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { subscriptions } from '../../platform/collections';
import { command } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';

export const setQuietHours = defineAction('notify.setQuietHours', {
  allow: signedInPeople,
  async handle({ caller, database }, quiet) {
    const _id = caller.openid;
    const change = { quiet: command.set(quiet) };
    if ((await database.updateWhere(subscriptions, { _id }, change)) > 0) return quiet;
    try {
      await database.add(subscriptions, { _id, stock: {}, asked: {}, quiet });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await database.updateWhere(subscriptions, { _id }, change);
    }
    return quiet;
  },
});
