import type { Exception, Hours, HoursPlace } from '@contract/hours';
import type { PlaceKind } from '@contract/enums';
import { limits } from '@contract/limits';
import { hours as words } from '@/wording/hours';
import { placeNames } from '@/wording/names';

/** One stretch of a weekday, and where. */
export interface DaySpan {
  placeId: string;
  from: number;
  to: number;
}

/** `570` → `9:30`; for WeChat's wheel `09:30`. */
export function clockOf(minutes: number, digits = 1): string {
  const hour = String(Math.floor(minutes / 60)).padStart(digits, '0');
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `09:30` → `570`; undefined for what is no time. */
export function minutesOf(clock: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

export const spanText = ({ from, to }: { from: number; to: number }) =>
  words.spanText(clockOf(from), clockOf(to));

/** What a counsellor calls one of their places: a room has a name, the telephone does not. */
export function placeName(
  place: Pick<HoursPlace, 'kind' | 'serviceId'>,
  services: { id: string; name: string }[],
): string {
  const named = place.kind === 'school' || place.kind === 'clinic';
  const name = services.find(({ id }) => id === place.serviceId)?.name;
  return (named ? name : undefined) ?? placeNames[place.kind];
}

/** What a weekday consists of, in the order of the day. */
export function spansOn(hours: Hours, weekday: number): DaySpan[] {
  return hours.places
    .flatMap(({ id, spans }) =>
      spans
        .filter((span) => span.weekday === weekday)
        .map(({ from, to }) => ({ placeId: id, from, to })),
    )
    .sort((one, other) => one.from - other.from);
}

export function withSpan(hours: Hours, weekday: number, { placeId, from, to }: DaySpan): Hours {
  return onPlace(hours, placeId, (spans) => [...spans, { weekday, from, to }]);
}

export function withoutSpan(hours: Hours, weekday: number, gone: DaySpan): Hours {
  return onPlace(hours, gone.placeId, (spans) =>
    spans.filter(
      (span) => span.weekday !== weekday || span.from !== gone.from || span.to !== gone.to,
    ),
  );
}

function onPlace(
  hours: Hours,
  placeId: string,
  change: (spans: HoursPlace['spans']) => HoursPlace['spans'],
): Hours {
  const places = hours.places.map((place) =>
    place.id === placeId ? { ...place, spans: change(place.spans) } : place,
  );
  return { ...hours, places };
}

/** Adds a place, or puts it where the one with its id was. */
export function withPlace(hours: Hours, place: HoursPlace): Hours {
  const known = hours.places.some(({ id }) => id === place.id);
  const places = known
    ? hours.places.map((one) => (one.id === place.id ? place : one))
    : [...hours.places, place];
  return { ...hours, places };
}

/** Extra hours there go with it. */
export function withoutPlace(hours: Hours, placeId: string): Hours {
  return {
    ...hours,
    places: hours.places.filter(({ id }) => id !== placeId),
    exceptions: hours.exceptions.filter((one) => one.kind === 'off' || one.placeId !== placeId),
  };
}

export function withException(hours: Hours, added: Exception): Hours {
  const exceptions = [...hours.exceptions, added].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { ...hours, exceptions };
}

export function withoutException(hours: Hours, index: number): Hours {
  return { ...hours, exceptions: hours.exceptions.filter((_, at) => at !== index) };
}

/** Days that are over need not be kept. */
export function withoutPast(hours: Hours, today: string): Hours {
  return { ...hours, exceptions: hours.exceptions.filter(({ day }) => day >= today) };
}

/** An id that none of the places has. */
export function newPlaceId(hours: Hours, kind: PlaceKind): string {
  const taken = new Set(hours.places.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = `${kind}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** A shared room is named after its service, so that all who share it mean the same one. */
export const roomOf = (serviceId: string) => `${serviceId}-room`;

/** A place while it is written down: not everything is known yet. */
export type PlaceForm = Omit<HoursPlace, 'kind' | 'serviceId'> & {
  kind?: PlaceKind | undefined;
  serviceId?: string | undefined;
};

export const emptyPlace: PlaceForm = {
  id: '',
  sessionMinutes: 40,
  bufferMinutes: 10,
  seats: 1,
  spans: [],
};

export function missingOf({ kind, serviceId, schoolId, township }: PlaceForm): string[] {
  return [
    kind ? '' : words.missingKind,
    serviceId ? '' : words.missingService,
    kind === 'school' && !schoolId ? words.missingSchool : '',
    kind === 'home' && !township ? words.missingTownship : '',
  ].filter(Boolean);
}

/** The place, with nothing in it that belongs to another kind. */
export function placeOf(form: PlaceForm, hours: Hours): HoursPlace | undefined {
  const { kind, serviceId, schoolId, township, travelMinutes, roomId, ...rest } = form;
  if (!kind || !serviceId || missingOf(form).length > 0) return undefined;
  const isRoom = kind === 'school' || kind === 'clinic';
  return {
    ...rest,
    id: form.id || newPlaceId(hours, kind),
    kind,
    serviceId,
    ...(kind === 'school' && schoolId ? { schoolId } : {}),
    ...(kind === 'home' && township ? { township, travelMinutes: travelMinutes ?? 20 } : {}),
    ...(isRoom && roomId ? { roomId: roomOf(serviceId) } : {}),
    // Nobody telephones with six children, and a home visit is one family's.
    seats: isRoom ? rest.seats : 1,
  };
}

export const mayAddPlace = (hours: Hours) => hours.places.length < limits.placesPerCounsellor;
export const mayAddException = (hours: Hours) =>
  hours.exceptions.length < limits.exceptionsPerCounsellor;
