import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { dutyRoster, posts, type DutyRosterDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { rosterId } from '../../platform/duty';
import { ActionError } from '../../platform/errors';
import { reachable } from '../../platform/reach-duty';
import type { Transaction } from '../../platform/transaction';
import { countyOfRoster, shiftIn } from './week';

type Shift = DutyRosterDocument['shifts'][number];

/** Only somebody whom a call for help reaches can be asked; the shift stays one's own until they agree. */
export const askSwap = defineAction('safety.askSwap', {
  allow: staff,
  async handle({ caller, database, once }, { week, shiftId, toPostId }) {
    const county = countyOfRoster(caller);
    const post = await database.get(posts, toPostId);
    const known = post?.until === null && post.county === county ? post : undefined;
    const reached = known && (await reachable(database, [known.openid]));
    return once(async (transaction) => {
      const { roster, shift } = await shiftIn(transaction, county, { week, shiftId });
      if (shift.duty.openid !== caller.openid) throw new ActionError('FORBIDDEN');
      if (!known || known.openid === caller.openid) throw new ActionError('NOT_FOUND');
      if (!reached?.has(known.openid)) throw new ActionError('UNREACHABLE');
      transaction.tell({ to: [known.openid], kind: 'dutyChanged' });
      const swap = { openid: known.openid, postId: known._id };
      return { rev: await changeShift(transaction, roster, { ...shift, swap }) };
    });
  },
});

export const answerSwap = defineAction('safety.answerSwap', {
  allow: staff,
  async handle({ caller, once }, { week, shiftId, agree }) {
    const county = countyOfRoster(caller);
    return once(async (transaction) => {
      const { roster, shift } = await shiftIn(transaction, county, { week, shiftId });
      const { swap, duty, standIn } = shift;
      if (swap?.openid !== caller.openid) throw new ActionError('FORBIDDEN');
      transaction.tell({ to: [duty.openid], kind: 'dutyChanged' });
      // Nobody stands in for themselves: whoever gives the shift away does then.
      const own = standIn?.openid === swap.openid ? duty : standIn;
      const after = agree ? { ...shift, duty: swap, standIn: own } : shift;
      return { rev: await changeShift(transaction, roster, { ...after, swap: null }) };
    });
  },
});

async function changeShift(
  transaction: Transaction,
  { county, week, shifts, rev }: DutyRosterDocument,
  changed: Shift,
): Promise<number> {
  const after = shifts.map((one) => (one.id === changed.id ? changed : one));
  const next = rev + 1;
  const change = { shifts: command.set(after), rev: next };
  await transaction.update(dutyRoster, rosterId(county, week), change);
  return next;
}
