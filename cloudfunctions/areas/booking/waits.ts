import * as v from 'valibot';
import { WorrySchema } from '@contract/enums';
import { VoiceSchema } from '@contract/shapes';
import type { Slot } from '@contract/slot';
import type { Wait } from '@contract/wait';
import {
  children,
  waitlist,
  type ChildDocument,
  type SlotDocument,
  type WaitlistDocument,
  type WaitOfChild,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt, encrypt } from '../../platform/field-encryption';
import type { Fields } from '../../platform/sdk';
import { openChild } from '../family/read-children';

/**
 * A request stands in two places, always written in one transaction: on the child, which is the
 * truth for the family and is read with it anyway, and in `waitlist`, which gives the order.
 */

/** `{child}_{moment}`: names the child, so that the family's own writes need no read of the list. */
export const waitlistIdOf = (childId: string, since: number) => `${childId}_${since}`;

/** @throws ActionError NOT_FOUND for what is no id of a request. */
export function childOfWait(waitlistId: string): string {
  const childId = /^(.+)_\d+$/.exec(waitlistId)?.[1];
  if (childId === undefined) throw new ActionError('NOT_FOUND');
  return childId;
}

/** Waiting, or asked about a place: neither settled nor over. */
export const isOpen = ({ state }: Pick<WaitOfChild, 'state'>) =>
  state === 'waiting' || state === 'offered';

/** @throws ActionError NOT_FOUND when the child has no such request. */
export function waitOf(child: ChildDocument, waitlistId: string): WaitOfChild {
  const wait = child.waits?.find((one) => one.waitlistId === waitlistId);
  if (!wait) throw new ActionError('NOT_FOUND');
  return wait;
}

const SaidSchema = v.object({ worries: v.array(WorrySchema), voice: v.optional(VoiceSchema) });
export type Said = v.InferOutput<typeof SaidSchema>;
const SaidByRequestSchema = v.record(v.string(), SaidSchema);

const saidPlace = (childId: string) => ({
  collection: children.name,
  id: childId,
  field: 'waiting',
});

function openSaid(child: ChildDocument): Record<string, Said> {
  if (child.waiting == null) return {};
  return v.parse(SaidByRequestSchema, JSON.parse(decrypt(saidPlace(child._id), child.waiting)));
}

/** What the family said when it joined. */
export function saidOf(child: ChildDocument, waitlistId: string): Said {
  return openSaid(child)[waitlistId] ?? { worries: [] };
}

/** The change of the child that these requests make; what was said of others is forgotten. */
export function changeOfWaits(
  child: ChildDocument,
  waits: readonly WaitOfChild[],
  added: Record<string, Said> = {},
): Fields {
  const before = { ...openSaid(child), ...added };
  const said = waits.flatMap(({ waitlistId }) => {
    const one = before[waitlistId];
    return one ? [[waitlistId, one] as const] : [];
  });
  const json = JSON.stringify(Object.fromEntries(said));
  return {
    waits: command.set(waits),
    waiting: said.length === 0 ? null : encrypt(saidPlace(child._id), json),
    rev: command.inc(1),
  };
}

/** The child's requests with one of them changed. */
export function withWait(child: ChildDocument, changed: WaitOfChild): WaitOfChild[] {
  return (child.waits ?? []).map((one) => (one.waitlistId === changed.waitlistId ? changed : one));
}

/** The child's requests without one of them. */
export function withoutWait(child: ChildDocument, waitlistId: string): WaitOfChild[] {
  return (child.waits ?? []).filter((one) => one.waitlistId !== waitlistId);
}

/** What staff see of a request. Lies encrypted in `waitlist`. */
const DetailsSchema = v.object({
  nickname: v.string(),
  birthYear: v.number(),
  birthMonth: v.number(),
  schoolName: v.optional(v.string()),
  worries: v.array(WorrySchema),
  voiceSeconds: v.optional(v.number()),
});
export type RequestDetails = v.InferOutput<typeof DetailsSchema>;

const placeOf = (id: string, field: 'details' | 'phone') => ({
  collection: waitlist.name,
  id,
  field,
});

export const sealRequest = (id: string, details: RequestDetails) =>
  encrypt(placeOf(id, 'details'), JSON.stringify(details));

export function openRequest({ _id, details, phone }: WaitlistDocument) {
  return {
    ...v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(_id, 'details'), details))),
    phone: phone === null ? undefined : decrypt(placeOf(_id, 'phone'), phone),
  };
}

export const sealRequestPhone = (id: string, phone: string | undefined) =>
  phone === undefined ? null : encrypt(placeOf(id, 'phone'), phone);

/** A place as the family it is offered to sees it. */
export function offeredSlot(slot: SlotDocument, township: string): Slot {
  const { _id: id, start, end, kind, placeName, counsellorId, counsellorName } = slot;
  const { gender, languages, skills, cost, travel } = slot;
  return {
    ...{ id, start, end, kind, placeName, counsellorId, counsellorName },
    ...{ gender, languages, skills, cost },
    ...(travel?.[township] && { travel: travel[township] }),
  };
}

/**
 * A request as the family sees it. `known`: the caller's children; a sibling in whose circle the
 * caller is not is not named. An offer that has run out is none, also before the job has come by.
 */
export function viewWait(
  child: ChildDocument,
  wait: WaitOfChild,
  known: readonly ChildDocument[],
  now: number,
): Wait {
  const { waitlistId: id, siblingId, wish, since, reviewAsked } = wait;
  const offer = wait.offer && wait.offer.until > now ? wait.offer : undefined;
  const sibling = known.find((one) => one._id === siblingId);
  return {
    ...{ id, childId: child._id, nickname: openChild(child).nickname, wish, since, reviewAsked },
    sibling: sibling && { childId: sibling._id, nickname: openChild(sibling).nickname },
    state: wait.state === 'offered' && !offer ? 'waiting' : wait.state,
    offer,
  };
}

/** Everything these children wait for: offers first, then whoever has waited longest. */
export function viewWaits(known: readonly ChildDocument[], now: number): Wait[] {
  const all = known.flatMap((child) =>
    (child.waits ?? []).map((wait) => viewWait(child, wait, known, now)),
  );
  const offered = ({ offer }: Wait) => Number(offer !== undefined);
  return all.sort((a, b) => offered(b) - offered(a) || a.since - b.since);
}
