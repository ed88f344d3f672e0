import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { audits } from '../../platform/collections';
import { command } from '../../platform/database';

const monthsOfYear = 12;

/**
 * The figures for the yearly audit (未成年人网络保护条例 37), as they were counted day by day. It is
 * the operator who answers for them, so they are of everybody in this system; nothing of safeguarding
 * is among them, since an administrator may be somebody's family as well.
 */
export const exportAudit = defineAction('reports.exportAudit', {
  allow: countyAdministrators,
  async handle({ database }, { year }) {
    const found = await database.find(audits, {
      where: { _id: command.gte(`${year}-01`).and(command.lte(`${year}-12`)) },
      order: [['_id', 'asc']],
      limit: monthsOfYear,
    });
    return { months: found.map(({ _id, ...numbers }) => ({ month: _id, ...numbers })) };
  },
});
