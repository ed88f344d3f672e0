import * as v from 'valibot';
import { contractOf } from './action';
import { measures, periodPattern, townshipMeasures, type Measure } from './figure-names';
import { DaySchema } from './shapes';
import { TensSchema } from './tens';

export const PeriodSchema = v.pipe(v.string(), v.regex(periodPattern));

const tensOf = <Name extends Measure>(names: readonly Name[]) =>
  v.object(
    Object.fromEntries(names.map((name) => [name, TensSchema])) as Record<Name, typeof TensSchema>,
  );
const WholeSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

const MonthFiguresSchema = v.object({ month: v.string(), counts: tensOf(measures) });

/** A township in a quarter. */
export const TownshipFiguresSchema = v.object({
  code: v.string(),
  name: v.string(),
  counts: tensOf(townshipMeasures),
  /** The wait in the middle, days; absent below ten waits. */
  waitDays: v.optional(WholeSchema),
  /** Minutes to the nearest counselling; absent where the directory says no way. */
  minutes: v.optional(WholeSchema),
});
export type TownshipFigures = v.InferOutput<typeof TownshipFiguresSchema>;

export const OverviewSchema = v.object({
  place: v.picklist(['county', 'school']),
  /** Days are counted up to this one; absent while none is. */
  through: v.optional(DaySchema),
  /** What may be looked at, the newest month first. */
  periods: v.array(PeriodSchema),
  /** What this is of; absent while nothing is over yet. */
  period: v.optional(PeriodSchema),
  counts: tensOf(measures),
  /** Hours of school until an answer, in the middle; absent below ten answers. */
  answerHours: v.optional(WholeSchema),
  /** The closed months that `counts` is the sum of. */
  months: v.array(MonthFiguresSchema),
  /** Of a county's quarter alone. */
  quarter: v.optional(
    v.object({
      /** Without the county's first township by code, which is never shown by itself. */
      townships: v.array(TownshipFiguresSchema),
      /** Days of waiting in the middle: children who may use kept places, and the others. */
      groups: v.object({ reserved: v.optional(WholeSchema), others: v.optional(WholeSchema) }),
      /** Absent for whoever is somebody's family as well. */
      alerts: v.optional(v.object({ due: TensSchema, inTime: TensSchema })),
      /** Talks held, for allowances; 0: fewer than ten. Absent until the quarter is settled. */
      sessions: v.optional(v.array(v.object({ name: v.string(), done: WholeSchema }))),
    }),
  ),
});
export type Overview = v.InferOutput<typeof OverviewSchema>;

export const overview = {
  'reports.showOverview': contractOf({
    summary:
      'A closed month or quarter, or a year, of the caller’s county or school, in numbers in which nobody can be found.',
    effect: 'read',
    input: v.strictObject({ period: v.optional(PeriodSchema) }),
    output: OverviewSchema,
  }),
};
