import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { HoursPlace } from '@contract/hours';
import { PlaceKindSchema, slotStates } from '@contract/enums';
import { addDays, dayOf, minuteMs } from '@rules/dates';
import { isClosed } from '@rules/directory-records';
import { isWithin, sessionsOf, travelBefore, type Session, type Staying } from '@rules/hours';
import { reachOfSlot } from '@rules/reach';
import { isReserved, openFromOf } from '@rules/reserved';
import { overlaps, slotId, type Interval } from '@rules/slots';
import type { CounsellorDocument, SlotDocument } from '../../platform/collections';
import { freePlace } from './free-place';

/** What the plan needs to know of a slot that exists. */
export const ExistingSchema = v.object({
  _id: v.string(),
  start: v.number(),
  end: v.number(),
  kind: PlaceKindSchema,
  reach: v.string(),
  serviceId: v.string(),
  state: v.picklist(slotStates),
  heldUntil: v.number(),
  seat: v.nullable(v.object({ number: v.number(), of: v.number() })),
  travelMinutes: v.number(),
  outsideHours: v.boolean(),
  keptOutside: v.optional(v.boolean()),
  madeFrom: v.optional(v.string()),
});
export type Existing = v.InferOutput<typeof ExistingSchema>;

/** Somebody else's use of a room. */
export interface RoomUse extends Interval {
  roomId: string | null;
}

/** How a counsellor's slots have to change to follow their hours. */
export interface SlotPlan {
  /** Free ones that no longer fit, or are made anew since what is shown of them has changed. */
  gone: string[];
  made: SlotDocument[];
  /** Booked ones that lie outside of the hours now, and those that fit again. */
  outside: string[];
  inside: string[];
  /** Sessions that cannot be, since somebody else has the room. */
  roomTaken: string[];
}

/**
 * Compares a counsellor's hours with the slots from today on. What is booked or held stays, and
 * nothing is made that would touch it.
 */
export function planSlots(
  counsellor: CounsellorDocument,
  there: readonly Existing[],
  inRooms: readonly RoomUse[],
  now: number,
): SlotPlan {
  const { hours, county } = counsellor;
  const holidays = holidaysOf(counsellor);
  const placesOf = (slot: Existing) => hours.places.filter((place) => isAt(slot, place, county));
  const stays = there.filter((slot) => isStaying(slot, now));
  const roomTaken: string[] = [];
  const isTaken = (session: Session) => {
    const { roomId } = session.place;
    const taken =
      roomId !== undefined &&
      inRooms.some((use) => use.roomId === roomId && overlaps(use, session));
    if (taken) roomTaken.push(`${session.place.id} ${session.start}`);
    return taken;
  };
  const wanted = slotsOf(counsellor, dayOf(now), hours.horizonDays, {
    staying: stays.map((slot) => ({ ...slot, at: placesOf(slot) })),
    isTaken,
  }).filter(({ start }) => start > now);
  const wantedById = new Map(wanted.map((slot) => [slot._id, slot]));
  const thereById = new Map(there.map((slot) => [slot._id, slot]));
  const isAsWanted = (slot: Existing) =>
    slot.madeFrom !== undefined && wantedById.get(slot._id)?.madeFrom === slot.madeFrom;
  const gone = there.filter((slot) => !isStaying(slot, now) && !isAsWanted(slot));
  const goneIds = new Set(gone.map(({ _id }) => _id));
  const booked = stays.filter(({ state, start }) => state === 'booked' && start > now);
  const fits = (slot: Existing) => {
    const day = dayOf(slot.start);
    return openPlaces(counsellor, day, placesOf(slot)).some((place) =>
      isWithin(slot, place, day, hours, holidays),
    );
  };
  const isOutside = (slot: Existing) => slot.keptOutside !== true && !fits(slot);
  const ids = (slots: Existing[]) => slots.map(({ _id }) => _id);
  return {
    gone: [...goneIds],
    made: wanted.filter(({ _id }) => !thereById.has(_id) || goneIds.has(_id)),
    outside: ids(booked.filter((slot) => !slot.outsideHours && isOutside(slot))),
    inside: ids(booked.filter((slot) => slot.outsideHours && !isOutside(slot))),
    roomTaken,
  };
}

/** The slots that the hours ask for on so many days, earliest first. */
export function slotsOf(
  counsellor: CounsellorDocument,
  from: string,
  days: number,
  around: { staying?: readonly Staying[]; isTaken?: (session: Session) => boolean } = {},
): SlotDocument[] {
  const { hours } = counsellor;
  const holidays = holidaysOf(counsellor);
  const { staying = [], isTaken } = around;
  return Array.from({ length: days }, (_, ahead) => addDays(from, ahead)).flatMap((day) => {
    const ofDay = staying.filter(({ start }) => dayOf(start) === day);
    const ofOpen = { ...hours, places: openPlaces(counsellor, day, hours.places) };
    const sessions = sessionsOf(day, ofOpen, holidays, { staying: ofDay, isTaken });
    return sessions.flatMap(seatsOf).map((seat, index) => {
      const place = { counsellorId: counsellor._id, day, index };
      const reserved = isReserved(place, counsellor.reserve.reservedShare);
      return slotDocument(counsellor, seat, reserved);
    });
  });
}

/**
 * Those whose service is still open on that day and can be booked. Whatever was booked before it
 * closed stays, outside of the hours, until the counsellor has moved it or said that it takes place.
 */
function openPlaces(
  { services }: CounsellorDocument,
  day: string,
  places: readonly HoursPlace[],
): HoursPlace[] {
  return places.filter(({ serviceId }) => {
    const service = services.find(({ id }) => id === serviceId);
    return service !== undefined && !isClosed(service.closedOn, day);
  });
}

function holidaysOf(counsellor: CounsellorDocument): ReadonlySet<string> {
  return new Set(counsellor.holidays.map(({ day }) => day));
}

/** Begun, booked, or kept for somebody just now. */
function isStaying(slot: Existing, now: number): boolean {
  const held = slot.state === 'held' && slot.heldUntil > now;
  return slot.start <= now || slot.state === 'booked' || held;
}

function isAt(slot: Existing, place: HoursPlace, county: string): boolean {
  return (
    slot.kind === place.kind &&
    slot.serviceId === place.serviceId &&
    slot.reach === reachOfSlot({ ...place, county }) &&
    // A visit of one family is never mixed with a group.
    (slot.seat !== null) === place.seats > 1
  );
}

interface Seat {
  session: Session;
  seat: SlotDocument['seat'];
}

function seatsOf(session: Session): Seat[] {
  const of = session.place.seats;
  if (of === 1) return [{ session, seat: null }];
  return Array.from({ length: of }, (_, at) => ({ session, seat: { number: at + 1, of } }));
}

function slotDocument(
  counsellor: CounsellorDocument,
  { session: { place, start, end }, seat }: Seat,
  reserved: boolean,
): SlotDocument {
  const { _id: counsellorId, county, hours, reserve } = counsellor;
  const service = counsellor.services.find(({ id }) => id === place.serviceId);
  const made = {
    _id: slotId(counsellorId, start, seat?.number),
    counsellorId,
    start,
    end,
    kind: place.kind,
    reach: reachOfSlot({ ...place, county }),
    serviceId: place.serviceId,
    placeName: service?.name ?? '',
    counsellorName: counsellor.name,
    gender: counsellor.gender,
    languages: counsellor.languages,
    skills: counsellor.skills,
    cost: service?.cost ?? '',
    bring: service?.bring ?? '',
    ...(service && { travel: service.travel }),
    roomId: place.roomId ?? null,
    openFrom: openFromOf(start, reserved, reserve),
    seat,
    travelMinutes: travelBefore(place),
    outsideHours: false,
    bookUntil: start - hours.noticeMinutes * minuteMs,
  };
  const madeFrom = createHash('sha256').update(JSON.stringify(made)).digest('base64url');
  return { ...made, madeFrom: madeFrom.slice(0, 12), ...freePlace };
}
