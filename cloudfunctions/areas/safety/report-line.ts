import { nationalLines } from '@contract/national-lines';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { hotlines, lineReports } from '../../platform/collections';
import { ActionError, isDuplicate } from '../../platform/errors';
import { blindIndex } from '../../platform/field-encryption';

/** One tap, by anybody: one report a person and line; what it says last counts. */
export const reportLine = defineAction('safety.reportLine', {
  allow: anyone,
  mostPerHour: 30,
  async handle({ caller, database, now }, { lineId, what }) {
    const known =
      nationalLines.some(({ id }) => id === lineId) ||
      (await database.get(hotlines, lineId)) !== undefined;
    if (!known) throw new ActionError('NOT_FOUND');
    const _id = `${lineId}_${blindIndex('line-report', caller.openid)}`;
    try {
      await database.add(lineReports, { _id, lineId, what, at: now });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await database.updateWhere(lineReports, { _id }, { what, at: now });
    }
    return {};
  },
});
