import { permits, type ConsentRecord } from '@rules/consent';
import {
  children,
  consentRecords,
  type ChildDocument,
  type DocumentOf,
} from '../../platform/collections';
import { command } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';
import { settleAwaiting } from '../booking/settle-awaiting';
import { endWaits } from '../booking/settle-wait';
import type { Adult } from '../family/circle';

/**
 * How it stands and how it came about, written together: the state on the child, the trail beside
 * it. Visits that waited for this word are booked or given up with it; answers how many were given up.
 * A no to booking ends what the child waits for.
 */
export async function settleConsents(
  transaction: Transaction,
  { child, me, consents }: { child: ChildDocument; me: Adult; consents: ConsentRecord[] },
  record: Pick<DocumentOf<typeof consentRecords>, '_id' | 'decisions' | 'at'>,
): Promise<number> {
  await transaction.update(children, child._id, {
    consents: command.set(consents),
    rev: command.inc(1),
  });
  await transaction.add(consentRecords, {
    ...record,
    childId: child._id,
    by: me.openid,
    relation: me.relation,
    standing: me.standing,
  });
  if (permits(child.consents, 'booking') && !permits(consents, 'booking')) {
    await endWaits(transaction, child, record.at);
  }
  return settleAwaiting(transaction, { before: child, consents, by: me.openid, now: record.at });
}
