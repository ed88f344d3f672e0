import { deidentified } from '@rules/alerts';
import type { Evidence } from '../../platform/alert-evidence';
import { corrections, type CorrectionDocument } from '../../platform/collections';
import { blindIndex, decrypt, encrypt } from '../../platform/field-encryption';
import { command } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';
import type { Desk } from './desk';

const placeOf = (id: string) => ({ collection: corrections.name, id, field: 'text' });

const digestOf = (id: string) => blindIndex('correction', id);

/** What a query of corrections leaves out for whoever sits here, as a query of alerts does. */
export const correctionsAt = ({ openid, county, children }: Desk) => ({
  county,
  keptFrom: command.nin([openid, ...children].map(digestOf)),
});

/** What people said of a notice, without whose it was. One round trip. */
export async function addCorrection(
  transaction: Transaction,
  correction: Omit<CorrectionDocument, '_id' | 'text' | 'keptFrom'> & {
    id: string;
    /** Who may never read it, and the child that it is about; empty for none. */
    keptFrom: readonly string[];
    childId: string;
    evidence: Pick<Evidence, 'text' | 'nickname' | 'schoolName' | 'by'> | undefined;
  },
): Promise<void> {
  const { id: _id, evidence, keptFrom: openids, childId, ...rest } = correction;
  const keptFrom = [...openids, childId].filter((id) => id !== '').map(digestOf);
  const { text, nickname = '', schoolName = '', by } = evidence ?? {};
  const names = [nickname, schoolName, by?.name ?? ''];
  const plain = text === undefined ? undefined : deidentified(text, names);
  const sealed = plain === undefined ? null : encrypt(placeOf(_id), plain);
  await transaction.add(corrections, { _id, ...rest, keptFrom, text: sealed });
}

/** Its text; none where it is not known whom it is to be kept from. */
export function openCorrection(correction: CorrectionDocument): string | undefined {
  const { _id, text, keptFrom } = correction;
  return text === null || keptFrom === undefined ? undefined : decrypt(placeOf(_id), text);
}
