import * as v from 'valibot';
import { legalHolds, type LegalHoldDocument } from './collections';
import { command, type Database, type Where } from './database';
import { decrypt, encrypt } from './field-encryption';

/** More than there are court cases in what one operator serves. */
const atMost = 1000;

const HeldSchema = v.object({ _id: v.string(), about: v.string(), childIds: v.array(v.string()) });

/** Whose records are to be kept just now. */
export interface Held {
  people: string[];
  children: string[];
}

/** One round trip, for a whole run. @throws Error when there are more than can be respected. */
export async function readHeld(database: Database): Promise<Held> {
  const found = await database.findParts(legalHolds, HeldSchema, {
    where: { active: true },
    limit: atMost,
    fields: { about: true, childIds: true },
  });
  // Rather nothing is swept than what a court wants kept.
  if (found.length === atMost) throw new Error('there are too many legal holds to respect');
  return {
    people: [...new Set(found.map(({ about }) => about))],
    children: [...new Set(found.flatMap(({ childIds }) => childIds))],
  };
}

/** Leaves out what is of these people or children; nothing more to ask where nobody is held. */
export function notHeld(
  held: Held,
  { person, child }: { person?: string; child?: string },
): Record<string, unknown> {
  return {
    ...(person !== undefined && held.people.length > 0 && { [person]: command.nin(held.people) }),
    ...(child !== undefined && held.children.length > 0 && { [child]: command.nin(held.children) }),
  };
}

const DetailsSchema = v.object({
  reason: v.string(),
  reference: v.string(),
  /** The last digits, so that administrators know whom they mean. */
  phoneEnding: v.string(),
});
export type HoldDetails = v.InferOutput<typeof DetailsSchema>;

const placeOf = (id: string, field: 'details' | 'setName' | 'liftedName') => ({
  ...{ collection: legalHolds.name, id, field },
});

export const sealHold = (id: string, details: HoldDetails): string =>
  encrypt(placeOf(id, 'details'), JSON.stringify(details));

export const sealHoldName = (
  id: string,
  field: 'setName' | 'liftedName',
  name: string | undefined,
): string | null => (name === undefined ? null : encrypt(placeOf(id, field), name));

export function openHold(hold: LegalHoldDocument) {
  const nameIn = (field: 'setName' | 'liftedName') => {
    const sealed = hold[field];
    return sealed === null ? undefined : decrypt(placeOf(hold._id, field), sealed);
  };
  return {
    ...v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(hold._id, 'details'), hold.details))),
    ...{ setName: nameIn('setName'), liftedName: nameIn('liftedName') },
  };
}

/** An administrator's account goes: the hold stays, and so does that it was lifted. */
export async function forgetHolder(database: Database, openid: string): Promise<void> {
  await database.updateWhere(legalHolds, { setBy: openid }, { setBy: '', setName: null });
  const lifted: Where = { liftedBy: openid };
  await database.updateWhere(legalHolds, lifted, { liftedBy: '', liftedName: null });
}
