import { children, type AlertDocument } from '../../platform/collections';
import { adminsOf } from '../../platform/duty';
import type { Transaction } from '../../platform/transaction';
import type { Desk } from './desk';

/**
 * Tells those who may confirm what has just been finished: the roster and the administrators, without
 * whoever finished it and those it is kept from. Answers whether there is nobody; two round trips.
 */
export async function askForSecond(
  transaction: Transaction,
  alert: AlertDocument,
  { openid, shifts }: Desk,
): Promise<boolean> {
  const [admins, child] = await Promise.all([
    adminsOf(transaction.outside, alert.county),
    alert.childId === '' ? undefined : transaction.outside.get(children, alert.childId),
  ]);
  const rostered = shifts.flatMap(({ duty, standIn }) => (standIn ? [duty, standIn] : [duty]));
  const circle = child?.circle.map((adult) => adult.openid) ?? [];
  const without = new Set([openid, ...alert.keptFrom, ...circle]);
  const everybody = new Set([...rostered.map((one) => one.openid), ...admins]);
  const to = [...everybody].filter((one) => !without.has(one));
  // Also to nobody: the operator's further channel hears of it then.
  transaction.tell({ to, kind: 'dutyAlert' });
  return to.length === 0;
}
