import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { desks, people } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';

/** Either of the two ends it: who is back, or who cannot any more. */
export const endStandIn = defineAction('school.endStandIn', {
  allow: signedInPeople,
  async handle({ caller, once }, { id }) {
    const schools = new Set(signedIn(caller).posts.flatMap(({ schoolId }) => schoolId ?? []));
    return once(async (transaction) => {
      for (const schoolId of schools) {
        const desk = await transaction.get(desks, schoolId);
        const found = desk?.standIns.find((one) => one.id === id);
        if (!found || (found.away !== caller.openid && found.here !== caller.openid)) continue;
        const rest = (desk?.standIns ?? []).filter((one) => one.id !== id);
        const change = { standIns: command.set(rest), rev: command.inc(1) };
        await transaction.update(desks, schoolId, change);
        const holder = await transaction.get(people, found.here);
        if (holder) {
          const still = (holder.standIns ?? []).filter((one) => one.id !== id);
          await transaction.update(people, found.here, { standIns: command.set(still) });
        }
        return {};
      }
      throw new ActionError('NOT_FOUND');
    });
  },
});
