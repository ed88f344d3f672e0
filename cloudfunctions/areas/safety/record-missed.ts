import { triageInCloud } from '@rules/triage/cloud';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { children } from '../../platform/collections';
import { evidenceOf } from '../../platform/alert-evidence';
import { addCorrection } from './corrections';
import { sees, sitAtDesk } from './desk';

/** Something that nobody was warned of: kept without whose it was, so that the rules get better. */
export const recordMissed = defineAction('safety.recordMissed', {
  allow: staff,
  mostPerHour: 60,
  async handle(context, { text, levelShouldBe, childId }) {
    const { database, newId, now, once } = context;
    const desk = await sitAtDesk(context);
    const found = childId === undefined ? undefined : await database.get(children, childId);
    // To take the child's name out of the text, and to keep it from its family; not of another place's.
    const place = found && { county: found.township.slice(0, 6), keptFrom: [], childId: found._id };
    const child = place && sees(desk, place) ? found : undefined;
    const { level: given, reasons } = triageInCloud(text ?? '');
    const evidence = evidenceOf({ kind: 'text', text, at: now, by: {} }, child);
    return once(async (transaction) => {
      await addCorrection(transaction, {
        ...{ id: newId('missed'), county: desk.county, at: now, source: null, reason: null },
        ...{ given, judgement: 'missed', levelShouldBe, evidence },
        keptFrom: (child?.circle ?? []).map(({ openid }) => openid),
        childId: child?._id ?? '',
        rules: reasons.map(({ rule }) => rule),
      });
      return {};
    });
  },
});
