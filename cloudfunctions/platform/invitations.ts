import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { hourMs } from '@rules/dates';
import { invitations, type InvitationDocument } from './collections';
import { ActionError } from './errors';
import { blindIndex, decrypt, encrypt } from './field-encryption';
import type { Transaction } from './transaction';

const codeBytes = 16;

const idOf = (code: string) => blindIndex('invitation', code);

/** 128 bits of chance: it cannot be guessed, however often somebody tries. */
export const newCode = (): string => randomBytes(codeBytes).toString('base64url');

const NamesSchema = v.object({ invited: v.string(), inviter: v.string() });
type Names = v.InferOutput<typeof NamesSchema>;
const placeOf = (id: string) => ({ collection: invitations.name, id, field: 'names' });

/** Keeps an invitation for somebody; only its code, which is not kept, opens it again. */
export function newInvitation(
  code: string,
  part: { by: string; now: number; hours: number; to: InvitationDocument['to']; names?: Names },
): InvitationDocument {
  const _id = idOf(code);
  const { by, now, hours, to, names } = part;
  return {
    _id,
    by,
    createdAt: now,
    expiresAt: now + hours * hourMs,
    usedBy: null,
    to,
    names: names && encrypt(placeOf(_id), JSON.stringify(names)),
  };
}

export function openNames({ _id, names }: InvitationDocument): Names {
  if (names === undefined) return { invited: '', inviter: '' };
  return v.parse(NamesSchema, JSON.parse(decrypt(placeOf(_id), names)));
}

/**
 * The invitation behind a code.
 * @throws ActionError INVITATION_INVALID alike for used, expired, and never made.
 */
export async function readInvitation(
  from: { get: (c: typeof invitations, id: string) => Promise<InvitationDocument | undefined> },
  code: string,
  now: number,
): Promise<InvitationDocument> {
  const invitation = await from.get(invitations, idOf(code));
  if (invitation?.usedBy !== null || invitation.expiresAt <= now) {
    throw new ActionError('INVITATION_INVALID');
  }
  return invitation;
}

/** Uses it up, in the transaction in which it takes effect. */
export async function useUp(
  transaction: Transaction,
  invitation: InvitationDocument,
  openid: string,
): Promise<void> {
  await transaction.update(invitations, invitation._id, { usedBy: openid });
}
