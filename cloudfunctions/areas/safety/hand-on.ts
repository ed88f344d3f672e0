import { checkedContent } from '../../platform/checked-content';
import { checkedThings, type AlertDocument } from '../../platform/collections';
import type { Transaction } from '../../platform/transaction';

/** What was held wrongly goes to those it was for; what is gone meanwhile goes to nobody. Two round trips. */
export async function handOn(
  transaction: Transaction,
  { source, ref }: AlertDocument,
  now: number,
): Promise<void> {
  const thing = checkedThings.find((one) => one === source);
  if (thing) await checkedContent[thing]?.release(transaction, ref, now);
}
