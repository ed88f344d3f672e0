import type { CheckedLine } from '@contract/safety';
import { nationalLines } from '@contract/national-lines';
import { changesOf, isCheckOverdue, isClosed } from '@rules/directory-records';
import { dayOf } from '@rules/dates';
import { wholeCountry } from '@rules/guide-regions';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { hotlines, lineReports } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { noteChange, refOf } from '../../platform/directory-history';
import { ActionError } from '../../platform/errors';

const linesAtMost = 100;
const reportsAtMost = 1000;

/** The lines with what people say of them, those to be called first in front. Two round trips. */
async function readLines(database: Database, county: string, now: number): Promise<CheckedLine[]> {
  const found = await database.find(hotlines, {
    where: { region: command.in([wholeCountry, county]) },
    order: [['order', 'asc']],
    limit: linesAtMost,
  });
  const stored = found.map(({ _id: id, region, ...line }) => ({
    ...{ id, ...line, own: region === county },
  }));
  // What travels with the mini program is to be checked too, also where nobody has stored it.
  const builtIn = nationalLines.filter(({ id }) => !stored.some((line) => line.id === id));
  const lines: Omit<CheckedLine, 'overdue' | 'reports'>[] = [
    ...stored,
    ...builtIn.map((line) => ({ ...line, own: false })),
  ];
  const reports = await database.find(lineReports, {
    where: { lineId: command.in(lines.map(({ id }) => id)) },
    limit: reportsAtMost,
  });
  const count = (lineId: string, what: string) =>
    reports.filter((one) => one.lineId === lineId && one.what === what).length;
  return lines.map((line) => ({
    ...line,
    overdue: isCheckOverdue('line', line.verifiedAt, now) && !isClosed(line.closedOn, dayOf(now)),
    reports: {
      wrongNumber: count(line.id, 'wrongNumber'),
      noAnswer: count(line.id, 'noAnswer'),
    },
  }));
}

export const listLines = defineAction('safety.listLines', {
  allow: countyAdministrators,
  async handle({ caller, database, now }) {
    const county = countyAdministered(caller) ?? '';
    return { now, lines: await readLines(database, county, now) };
  },
});

/** Somebody has called it. A number of the whole country is not one county's to change. */
export const verifyLine = defineAction('safety.verifyLine', {
  allow: countyAdministrators,
  async handle({ caller, database, now, once, requestId }, { lineId, number }) {
    const county = countyAdministered(caller) ?? '';
    const lines = await readLines(database, county, now);
    const answer = await once(async (transaction) => {
      const stored = await transaction.get(hotlines, lineId);
      const builtIn = nationalLines.find(({ id }) => id === lineId);
      const region = stored?.region ?? (builtIn ? wholeCountry : undefined);
      if (region !== county && region !== wholeCountry) throw new ActionError('NOT_FOUND');
      if (number !== undefined && region !== county) throw new ActionError('FORBIDDEN');
      const change = { verifiedAt: now, ...(number !== undefined && { number }) };
      // A number that is put right is an edit; that it was right is none, and disturbs nobody's.
      const changes =
        stored && number !== undefined ? changesOf({ number: stored.number }, { number }) : [];
      const rev = changes.length > 0 ? { rev: (stored?.rev ?? 0) + 1 } : {};
      if (stored) await transaction.update(hotlines, lineId, { ...change, ...rev });
      else if (builtIn) {
        const { id: _id, ...line } = builtIn;
        await transaction.add(hotlines, { _id, region, ...line, ...change });
      }
      await noteChange(transaction, {
        ...{ caller, requestId, ref: refOf('line', lineId), at: now },
        ...{ what: changes.length > 0 ? 'changed' : 'checked', changes },
      });
      const checked = { ...change, overdue: false, reports: { wrongNumber: 0, noAnswer: 0 } };
      return {
        now,
        lines: lines.map((line) => (line.id === lineId ? { ...line, ...checked } : line)),
      };
    });
    await database.removeWhere(lineReports, { lineId, at: command.lte(now) });
    return answer;
  },
});
