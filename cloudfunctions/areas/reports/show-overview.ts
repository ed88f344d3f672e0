import type { OutputOf } from '@contract';
import {
  addSpreads,
  measures,
  medianOf,
  shownCounts,
  sumShown,
  townshipMeasures,
} from '@rules/figures';
import { isClosed, monthOfDay, monthsOfPeriod, periodsShown, yearOfDay } from '@rules/periods';
import { exactFromTen, inTens, shownTownships } from '@rules/small-numbers';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { countyAdministered, signedIn, type Caller } from '../../platform/caller';
import { figures, type FigureDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { townshipsOf } from '../../platform/townships';
import { allFigures } from './count-figures';
import { quarterId } from './increments';

const yearDigits = 4;

type Quarter = NonNullable<OutputOf<'reports.showOverview'>['quarter']>;

/** One question for at most three documents, and one for the names of townships. */
export const showOverview = defineAction('reports.showOverview', {
  allow: having('admin'),
  async handle({ caller, database }, { period: asked }) {
    const place = placeOf(caller);
    const all = asked === undefined ? await database.get(figures, allFigures) : undefined;
    const wanted = asked ?? newestOf(all);
    const isQuarter = wanted?.includes('Q') ?? false;
    const quarterOf = place.county !== undefined && isQuarter ? place.county : undefined;
    const ids = [
      allFigures,
      ...(wanted === undefined ? [] : [`${place.scope}_${yearOfDay(wanted)}`]),
      ...(quarterOf === undefined || wanted === undefined ? [] : [quarterId(quarterOf, wanted)]),
    ];
    const [found, townships] = await Promise.all([
      database.find(figures, { where: { _id: command.in(ids) }, limit: ids.length }),
      quarterOf === undefined ? [] : townshipsOf(database, quarterOf),
    ]);
    const documentOf = (id: string | undefined) => found.find(({ _id }) => _id === id);
    const marker = documentOf(allFigures);
    const through = marker?.through;
    const periods = marker ? periodsShown(marker.from ?? marker.through, marker.through) : [];
    // What is not over is not said, whoever asks for it.
    const period = wanted !== undefined && periods.includes(wanted) ? wanted : undefined;
    const year = documentOf(ids[1])?.months ?? {};
    const closed = closedMonths(marker, period, periods);
    const months = closed.map((month) => ({
      month,
      counts: shownCounts(measures, year[month]?.counts ?? {}),
    }));
    return {
      place: place.county === undefined ? ('school' as const) : ('county' as const),
      through,
      periods,
      period,
      counts: sumShown(
        measures,
        months.map(({ counts }) => counts),
      ),
      // Of months in which ten families were answered.
      answerHours: medianOf(
        addSpreads(
          months.filter(({ counts }) => counts.answered > 0).map(({ month }) => year[month]?.hours),
        ),
      ),
      months,
      quarter:
        quarterOf !== undefined && period !== undefined
          ? viewQuarter(documentOf(ids[2]), townships, caller)
          : undefined,
    };
  },
});

/** A county's administrator sees the county, a school's the school. */
function placeOf(caller: Caller): { scope: string; county?: string } {
  const county = countyAdministered(caller);
  if (county !== undefined) return { scope: county, county };
  const school = signedIn(caller).posts.find(({ role }) => role === 'admin')?.schoolId;
  if (school === undefined) throw new ActionError('FORBIDDEN');
  return { scope: school };
}

/** The months that a period is the sum of: of a year those that may be looked at by themselves. */
function closedMonths(
  marker: FigureDocument | undefined,
  period: string | undefined,
  periods: readonly string[],
): string[] {
  if (!marker || period === undefined) return [];
  const first = monthOfDay(marker.from ?? marker.through);
  return monthsOfPeriod(period)
    .filter((month) => isClosed(month, marker.through) && month >= first)
    .filter((month) => period.length !== yearDigits || periods.includes(month));
}

const newestOf = (all: FigureDocument | undefined): string | undefined =>
  all && periodsShown(all.from ?? all.through, all.through)[0];

function viewQuarter(
  document: FigureDocument | undefined,
  names: readonly { _id: string; name: string }[],
  { person }: Caller,
): Quarter {
  const { townships = {}, groups = {}, alerts = {}, settled } = document ?? {};
  const nameOf = new Map(names.map(({ _id, name }) => [_id, name]));
  // An administrator may be somebody's family, and no family hears of alerts in any form.
  const ownFamily = person?.children.some(({ proxy }) => proxy !== true) ?? false;
  return {
    townships: shownTownships([...nameOf.keys()]).map((code) => ({
      code,
      name: nameOf.get(code) ?? code,
      counts: shownCounts(townshipMeasures, townships[code]?.counts ?? {}),
      waitDays: medianOf(townships[code]?.waits),
      minutes: settled?.nearest[code],
    })),
    groups: { reserved: medianOf(groups.reserved), others: medianOf(groups.others) },
    alerts: ownFamily
      ? undefined
      : { due: inTens(alerts.due ?? 0), inTime: inTens(alerts.inTime ?? 0) },
    sessions: settled?.sessions.map(({ name, done }) => ({ name, done: exactFromTen(done) })),
  };
}
