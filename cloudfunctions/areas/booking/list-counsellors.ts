import * as v from 'valibot';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { counsellors } from '../../platform/collections';

/** More than one county has; the list is a choice, not a directory. */
const atMost = 100;

const NamedSchema = v.object({ _id: v.string(), name: v.string() });

/** Only administrators of a county invite counsellors, so only they are told who there is. */
export const listCounsellors = defineAction('booking.listCounsellors', {
  allow: having('admin'),
  async handle({ caller, database }) {
    const county = countyAdministered(caller);
    if (!county) return { counsellors: [] };
    const found = await database.findParts(counsellors, NamedSchema, {
      where: { county },
      order: [['_id', 'asc']],
      limit: atMost,
      fields: { _id: true, name: true },
    });
    return { counsellors: found.map(({ _id: id, name }) => ({ id, name })) };
  },
});
