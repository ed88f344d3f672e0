import * as v from 'valibot';
import type { DayEntry, DayPlan } from '@contract/day';
import { RelationSchema, UrgencySchema, WorrySchema } from '@contract/enums';
import { limits } from '@contract/limits';
import { addDays, dayMs, dayOf, startOfDay } from '@rules/dates';
import { horizonEnd } from '@rules/slots';
import type { Context } from '../../platform/action';
import { slots, type SlotDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { decrypt, encrypt } from '../../platform/field-encryption';
import { traceDay } from './trace-day';

/** What the counsellor's day shows of a visit. Lies encrypted in the slot. */
const CardSchema = v.object({
  appointmentId: v.string(),
  childId: v.string(),
  nickname: v.string(),
  age: v.number(),
  schoolName: v.optional(v.string()),
  relation: RelationSchema,
  worries: v.array(WorrySchema),
  voiceSeconds: v.optional(v.number()),
  visitNumber: v.number(),
  bookedAt: v.number(),
  urgency: UrgencySchema,
  sibling: v.optional(v.object({ childId: v.string(), nickname: v.string(), age: v.number() })),
});
export type Card = v.InferOutput<typeof CardSchema>;

const placeOf = (id: string, field: 'card' | 'phone') => ({ collection: slots.name, id, field });

export function sealCard(slotId: string, card: Card): string {
  return encrypt(placeOf(slotId, 'card'), JSON.stringify(card));
}

/** The number stands by itself, so that it can be changed without opening the card. */
export function sealPhone(slotId: string, phone: string | undefined): string | null {
  return phone === undefined ? null : encrypt(placeOf(slotId, 'phone'), phone);
}

export function openPhone({ _id, phone }: SlotDocument): string | undefined {
  return phone === null ? undefined : decrypt(placeOf(_id, 'phone'), phone);
}

export function openCard(slot: SlotDocument): Card | undefined {
  if (slot.state !== 'booked' || slot.card === null) return undefined;
  return v.parse(CardSchema, JSON.parse(decrypt(placeOf(slot._id, 'card'), slot.card)));
}

/** Bookings younger than this are told on whichever day the counsellor looks at. */
const freshMs = dayMs;

/**
 * A counsellor's own day, and what was booked lately for other days: one query, and one update
 * that writes down whose data was looked at. What it reads is bounded by the counsellor's horizon.
 */
export async function readDay(
  context: Context,
  counsellorId: string,
  day: string,
): Promise<DayPlan> {
  const { database, now } = context;
  const dayStart = startOfDay(day);
  const dayEnd = startOfDay(addDays(day, 1));
  // A day that is over brings no news with it.
  const lookedAtUntil = day < dayOf(now) ? dayEnd : Math.max(dayEnd, horizonEnd(now));
  const found = await database.find(slots, {
    where: command.and([
      { counsellorId, start: command.gte(dayStart).and(command.lt(lookedAtUntil)) },
      command.or([{ start: command.lt(dayEnd) }, { bookedAt: command.gte(now - freshMs) }]),
    ]),
    order: [['start', 'asc']],
  });
  const cards = new Map(found.map((slot) => [slot._id, openCard(slot)]));
  await traceDay(
    context,
    [...cards.values()].flatMap((card) => (card ? childrenOf(card) : [])),
  );
  const entries = found.map((slot) => entryOf(slot, cards.get(slot._id), now));
  const isOfDay = ({ start }: DayEntry) => start >= dayStart && start < dayEnd;
  return {
    day,
    entries: entries.filter(isOfDay),
    fresh: entries
      .filter((entry) => !isOfDay(entry) && entry.visit && entry.start >= now)
      .sort((a, b) => (b.visit?.bookedAt ?? 0) - (a.visit?.bookedAt ?? 0))
      .slice(0, limits.freshShown)
      .map((entry) => ({ day: dayOf(entry.start), ...entry })),
  };
}

/** Whose data a card shows. */
export const childrenOf = ({ childId, sibling }: Card) =>
  sibling ? [childId, sibling.childId] : [childId];

/** One line of a day. */
export function entryOf(slot: SlotDocument, card: Card | undefined, now: number): DayEntry {
  const { _id, start, end, kind, placeName, seat, outsideHours } = slot;
  const lapsed = slot.state === 'held' && slot.heldUntil <= now;
  const state = lapsed ? 'free' : slot.state;
  const entry = {
    ...{ slotId: _id, start, end, kind, placeName, state, outsideHours },
    seat: seat ?? undefined,
    travelMinutes: slot.travelMinutes > 0 ? slot.travelMinutes : undefined,
    reservedUntil: state === 'free' && slot.openFrom > now ? slot.openFrom : undefined,
  };
  if (!card) return entry;
  const { childId: _childId, sibling, ...about } = card;
  return {
    ...entry,
    visit: {
      ...about,
      sibling: sibling && { nickname: sibling.nickname, age: sibling.age },
      phone: openPhone(slot),
      state: slot.visitState ?? 'booked',
      joining: slot.joining ?? [],
      confirmed: slot.confirmedAt != null,
    },
  };
}
