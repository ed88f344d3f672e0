import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { services } from '../../platform/collections';
import { noteChange, refOf } from '../../platform/directory-history';
import { ownService, scopeOf } from './desk';

/** One tap after a call. It is no change of what stands there, so whoever edits it is not disturbed. */
export const verifyService = defineAction('directory.verifyService', {
  allow: having('admin'),
  async handle({ caller, now, once, requestId }, { id }) {
    const scope = scopeOf(caller);
    return once(async (transaction) => {
      await ownService(transaction, scope, id);
      await transaction.update(services, id, { verifiedAt: now });
      const note = { caller, requestId, ref: refOf('service', id), at: now };
      await noteChange(transaction, { ...note, what: 'checked', changes: [] });
      return { now, verifiedAt: now };
    });
  },
});
