import * as v from 'valibot';
import { AtHomeSchema, type AtHome, type Away, type CircleMember } from '@contract/family';
import { AwaySpanSchema, AwayWhoSchema, purposes, type Purpose } from '@contract/enums';
import type { Consent } from '@contract/consent';
import { mayRemove } from '@rules/circle';
import { consentState } from '@rules/consent';
import { children, type ChildDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt, encrypt } from '../../platform/field-encryption';
import { memberId } from '../../platform/members';

export type Adult = ChildDocument['circle'][number];

/**
 * The child and the caller's own entry in its circle.
 * @throws ActionError NOT_FOUND when there is no such child, and just so when it is not the caller's.
 */
export function memberOf(
  child: ChildDocument | undefined,
  openid: string,
): { child: ChildDocument; me: Adult } {
  const me = child?.circle.find((adult) => adult.openid === openid);
  if (!child || !me) throw new ActionError('NOT_FOUND');
  return { child, me };
}

/** How every purpose stands for the child. */
export function viewConsents(child: ChildDocument): Consent[] {
  return purposes.map((purpose: Purpose) => {
    const record = child.consents.find((one) => one.purpose === purpose);
    return { purpose, state: consentState(record), by: record?.by, at: record?.at };
  });
}

export { memberId };

/** The adults; `names` has those of the staff among them, by openid. */
export function viewMembers(
  child: ChildDocument,
  me: Adult,
  names: ReadonlyMap<string, string>,
): CircleMember[] {
  return child.circle.map((adult) => ({
    id: memberId(child._id, adult.openid),
    relation: adult.relation,
    standing: adult.standing,
    name: names.get(adult.openid),
    since: adult.since,
    me: adult.openid === me.openid,
    removable: mayRemove(me, adult),
  }));
}

const AwaySchema = v.object({
  who: AwayWhoSchema,
  span: v.optional(AwaySpanSchema),
  saidAt: v.number(),
  confirmedAt: v.optional(v.number()),
});
const awayPlace = (id: string) => ({ collection: children.name, id, field: 'away' });

export function sealAway(childId: string, away: Away): string {
  return encrypt(awayPlace(childId), JSON.stringify(away));
}

/** Who works away, as the family said it or the school confirmed it; undefined until somebody said. */
export function openAway(child: ChildDocument): Away | undefined {
  if (child.away === undefined) return undefined;
  return v.parse(AwaySchema, JSON.parse(decrypt(awayPlace(child._id), child.away)));
}

const atHomePlace = (id: string) => ({ collection: children.name, id, field: 'athome' });

/** Who looks after a child whose family has no telephone of its own here. */
export function sealAtHome(childId: string, atHome: AtHome): string {
  return encrypt(atHomePlace(childId), JSON.stringify(atHome));
}

/** Undefined for a child whose family is reached through their own accounts. */
export function openAtHome(child: ChildDocument): AtHome | undefined {
  if (child.athome === undefined) return undefined;
  return v.parse(AtHomeSchema, JSON.parse(decrypt(atHomePlace(child._id), child.athome)));
}

/** The proxy calls there; guardians may know and correct it (PIPL 45, 46); nobody else needs it. */
export const maySeeAtHome = ({ standing }: Adult) =>
  standing === 'proxy' || standing === 'guardian';
