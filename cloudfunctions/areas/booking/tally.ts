import { dayOf } from '@rules/dates';
import { tallies, type AppointmentDocument, type DocumentOf } from '../../platform/collections';
import { command } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';

type Numbers = Pick<DocumentOf<typeof tallies>, 'done' | 'missed' | 'first' | 'referred'>;

/** `2026-11`, the month in Beijing. */
export const monthOf = (moment: number) => dayOf(moment).slice(0, 7);

/** Counts in the same transaction as the change, into the month of the visit. */
export async function countInMonth(
  transaction: Transaction,
  { counsellorId, start }: AppointmentDocument,
  numbers: Partial<Numbers>,
): Promise<void> {
  const month = monthOf(start);
  const added = Object.entries(numbers).filter(([, count]) => count !== 0);
  if (added.length === 0) return;
  const change = Object.fromEntries(added.map(([field, count]) => [field, command.inc(count)]));
  await transaction.updateOrAdd(tallies, change, {
    ...{ _id: `${counsellorId}_${month}`, counsellorId, month },
    ...{ done: 0, missed: 0, first: 0, referred: 0, ...numbers },
  });
}
