import { addDays, partsOf } from '../../../cloudfunctions/rules/dates';

const holidays = [
  { from: '01-01', days: 1, name: '元旦' },
  { from: '05-01', days: 3, name: '劳动节' },
  { from: '10-01', days: 3, name: '国庆' },
];

/** The public days that stand in the solar calendar, of this year and the next. */
export function holidaysAround(now: number): { day: string; name: string }[] {
  const { year } = partsOf(now);
  return [year, year + 1].flatMap((of) =>
    holidays.flatMap(({ from, days, name }) =>
      Array.from({ length: days }, (_, ahead) => ({ day: addDays(`${of}-${from}`, ahead), name })),
    ),
  );
}
