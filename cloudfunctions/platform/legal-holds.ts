import * as v from 'valibot';
import { children, legalHolds, people, threads, type LegalHoldDocument } from './collections';
import { command, type Database, type Where } from './database';
import { decrypt, encrypt } from './field-encryption';

/** More than there are court cases in what one operator serves. */
const atMost = 1000;

const HeldSchema = v.pick(legalHolds.schema, ['_id', 'about', 'childIds', 'keptFrom']);
const FamilySchema = v.pick(people.schema, ['_id', 'children']);
const CircleSchema = v.pick(children.schema, ['_id', 'circle']);
const IdOnlySchema = v.object({ _id: v.string() });

/** Whose records are to be kept just now. */
export interface Held {
  people: string[];
  children: string[];
}

type Hold = v.InferOutput<typeof HeldSchema>;

/**
 * For a whole run: one round trip where nobody is held, two otherwise. A hold is of an account, so it
 * covers the children who have come to it since, too. @throws Error when there are more than can be
 * respected.
 */
export async function readHeld(database: Database): Promise<Held> {
  const holds = await activeHolds(database);
  const childrenOf = await childrenOfHeld(database, holds);
  return {
    people: [...new Set(holds.map(({ about }) => about))],
    children: [...new Set(holds.flatMap(childrenOf))],
  };
}

async function activeHolds(database: Database): Promise<Hold[]> {
  const found = await database.findParts(legalHolds, HeldSchema, {
    where: { active: true },
    limit: atMost,
    fields: { about: true, childIds: true, keptFrom: true },
  });
  // Rather nothing is swept than what a court wants kept.
  if (found.length === atMost) throw new Error('there are too many legal holds to respect');
  return found;
}

/** The children that a hold covers: those it has covered once, and those of the account now. */
async function childrenOfHeld(database: Database, holds: readonly Hold[]) {
  const found =
    holds.length === 0
      ? []
      : await database.findParts(people, FamilySchema, {
          where: { _id: command.in(holds.map(({ about }) => about)) },
          limit: holds.length,
          fields: { children: true },
        });
  const now = new Map(found.map(({ _id, children: list }) => [_id, ownChildrenOf(list)]));
  return ({ about, childIds }: Hold): string[] => [
    ...new Set([...childIds, ...(now.get(about) ?? [])]),
  ];
}

/** Whom somebody acts for by their post is not of their family. */
export const ownChildrenOf = (
  list: readonly { id: string; proxy?: boolean | undefined }[],
): string[] => list.filter(({ proxy }) => proxy !== true).map(({ id }) => id);

/**
 * Writes down which children have come to the held accounts, and who is in their circles by now: a
 * child stays covered when the account leaves its circle again, and nobody of a circle sees the hold.
 * Answers how many holds have grown.
 */
export async function followHolds(database: Database): Promise<number> {
  const holds = await activeHolds(database);
  const childrenOf = await childrenOfHeld(database, holds);
  const ids = [...new Set(holds.flatMap(childrenOf))];
  const circles = new Map<string, string[]>();
  for (let at = 0; at < ids.length; at += atMost) {
    const part = ids.slice(at, at + atMost);
    const found = await database.findParts(children, CircleSchema, {
      where: { _id: command.in(part) },
      limit: part.length,
      fields: { circle: true },
    });
    for (const { _id, circle } of found) {
      circles.set(
        _id,
        circle.map(({ openid }) => openid),
      );
    }
  }
  let grown = 0;
  for (const hold of holds) {
    const childIds = childrenOf(hold);
    const around = childIds.flatMap((id) => circles.get(id) ?? []);
    const keptFrom = [...new Set([...hold.keptFrom, ...around])];
    if (childIds.length + keptFrom.length === hold.childIds.length + hold.keptFrom.length) continue;
    grown += await database.updateWhere(
      legalHolds,
      { _id: hold._id, active: true },
      { childIds: command.set(childIds), keptFrom: command.set(keptFrom) },
    );
  }
  return grown;
}

/** Ids of the threads of held children: with the school, and with each of their counsellors. */
export async function heldThreads(database: Database, { children: held }: Held): Promise<string[]> {
  if (held.length === 0) return [];
  const found = await database.findParts(threads, IdOnlySchema, {
    where: { childId: command.in(held) },
    limit: atMost,
    fields: { _id: true },
  });
  if (found.length === atMost) throw new Error('there are too many held threads to respect');
  return found.map(({ _id }) => _id);
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
