import * as v from 'valibot';
import { contractOf } from './action';
import { PlaceKindSchema } from './enums';
import { limits } from './limits';
import { DaySchema, EmptySchema, nameOf, IdSchema, TownshipCodeSchema } from './shapes';
import { DayEntrySchema } from './day';

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));
const minutes = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** One span of a week. Minutes count from midnight, Beijing time. */
export const SpanSchema = v.pipe(
  v.strictObject({ weekday: minutes(1, 7), from: minute, to: minute }),
  v.check(({ from, to }) => from < to),
);

/** A place a counsellor works at, with its spans of the week. */
export const HoursPlaceSchema = v.strictObject({
  id: IdSchema,
  kind: PlaceKindSchema,
  serviceId: IdSchema,
  /** A room that several counsellors share: it is never given twice. */
  roomId: v.optional(IdSchema),
  schoolId: v.optional(IdSchema),
  township: v.optional(TownshipCodeSchema),
  /** Minutes of one session here, and between two. */
  sessionMinutes: minutes(10, 240),
  bufferMinutes: minutes(0, 120),
  /** On the way before each home visit. */
  travelMinutes: v.optional(minutes(0, 180)),
  /** More than one: a group session. */
  seats: minutes(1, limits.seatsPerGroup),
  spans: v.pipe(v.array(SpanSchema), v.maxLength(limits.spansPerPlace)),
});
export type HoursPlace = v.InferOutput<typeof HoursPlaceSchema>;

/** One day that differs: off (whole, or a span), or extra hours at one of the places. */
export const ExceptionSchema = v.pipe(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('off'), day: DaySchema, from: minute, to: minute }),
    v.strictObject({
      kind: v.literal('extra'),
      day: DaySchema,
      placeId: IdSchema,
      from: minute,
      to: minute,
    }),
  ]),
  v.check(({ from, to }) => from < to),
);
export type Exception = v.InferOutput<typeof ExceptionSchema>;

export const HoursSchema = v.strictObject({
  places: v.pipe(
    v.array(HoursPlaceSchema),
    v.maxLength(limits.placesPerCounsellor),
    v.check((places) => new Set(places.map(({ id }) => id)).size === places.length),
  ),
  exceptions: v.pipe(v.array(ExceptionSchema), v.maxLength(limits.exceptionsPerCounsellor)),
  /** Between asking and coming, and how far ahead one may book. */
  noticeMinutes: minutes(0, 7 * 24 * 60),
  horizonDays: minutes(1, limits.furthestDays),
  /** Sessions of one day at most. */
  mostADay: minutes(1, 30),
});
export type Hours = v.InferOutput<typeof HoursSchema>;

const AvailabilitySchema = v.object({
  hours: HoursSchema,
  /** Raised by every change: a change made over an older one is refused. */
  rev: v.number(),
  holidays: v.array(v.object({ day: DaySchema, name: v.string() })),
  /** Booked before the hours changed, and outside of them now. */
  conflicts: v.array(DayEntrySchema),
  /** Where the counsellor may work: names for the places. */
  services: v.array(v.object({ id: IdSchema, name: v.string() })),
});

export const hours = {
  'booking.showAvailability': contractOf({
    summary: 'The counsellor’s week, exceptions, and booked visits that lie outside of it.',
    effect: 'read',
    input: EmptySchema,
    output: AvailabilitySchema,
  }),
  'booking.setAvailability': contractOf({
    summary: 'Changes the week. What is booked stays; free places follow at once.',
    effect: 'write',
    input: v.strictObject({ hours: HoursSchema, rev: v.pipe(v.number(), v.integer()) }),
    output: v.object({ rev: v.number() }),
  }),
  'booking.setHolidays': contractOf({
    summary: 'An administrator sets the days on which nobody works in the county.',
    effect: 'write',
    input: v.strictObject({
      days: v.pipe(
        v.array(v.strictObject({ day: DaySchema, name: nameOf(limits.holidayNameCharacters) })),
        v.maxLength(60),
      ),
    }),
    output: v.object({ days: v.number() }),
  }),
  'booking.listHolidays': contractOf({
    summary: 'The county’s days off.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ days: v.array(v.object({ day: DaySchema, name: v.string() })) }),
  }),
};
