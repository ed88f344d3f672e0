import { deidentified } from '@rules/alerts';
import type { Evidence } from '../../platform/alert-evidence';
import { corrections, type CorrectionDocument } from '../../platform/collections';
import { decrypt, encrypt } from '../../platform/field-encryption';
import type { Transaction } from '../../platform/transaction';

const placeOf = (id: string) => ({ collection: corrections.name, id, field: 'text' });

/** What people said of a notice, without whose it was. One round trip. */
export async function addCorrection(
  transaction: Transaction,
  correction: Omit<CorrectionDocument, '_id' | 'text'> & {
    id: string;
    evidence: Pick<Evidence, 'text' | 'nickname' | 'schoolName' | 'by'> | undefined;
  },
): Promise<void> {
  const { id: _id, evidence, ...rest } = correction;
  const { text, nickname = '', schoolName = '', by } = evidence ?? {};
  const names = [nickname, schoolName, by?.name ?? ''];
  const plain = text === undefined ? undefined : deidentified(text, names);
  const sealed = plain === undefined ? null : encrypt(placeOf(_id), plain);
  await transaction.add(corrections, { _id, ...rest, text: sealed });
}

export const openCorrection = ({ _id, text }: CorrectionDocument): string | undefined =>
  text === null ? undefined : decrypt(placeOf(_id), text);
