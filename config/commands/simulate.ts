/**
 * `npm run simulate`: a county's year on paper, with the rule of fair priority and without it. A
 * table, and one JSON object.
 */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { dayOf, startOfDay } from '../../cloudfunctions/rules/dates';
import { defaultPriority } from '../../cloudfunctions/rules/priority';
import { usualDemand } from '../../cloudfunctions/rules/simulated-demand';
import {
  compare,
  type Figures,
  type Question,
} from '../../cloudfunctions/rules/simulation-figures';

const usage = `npm run simulate -- [--weeks 52] [--counsellors 6] [--places 20] [--demand 150]
  [--left-behind 0.45] [--soon 0.1] [--urgent 0.03] [--cancel 0.12] [--no-show 0.08] [--decline 0.15]
  [--share 0.4] [--release-hours 48] [--seed 1]
places: of one counsellor a week; demand: requests a week; the others are parts of one.`;

const defaults = {
  weeks: '52',
  counsellors: '6',
  places: '20',
  demand: String(usualDemand.requestsAWeek),
  'left-behind': String(usualDemand.leftBehindShare),
  soon: String(usualDemand.soonShare),
  urgent: String(usualDemand.urgentShare),
  cancel: String(usualDemand.cancelShare),
  'no-show': String(usualDemand.noShowShare),
  decline: String(usualDemand.declineShare),
  share: String(defaultPriority.reservedShare),
  'release-hours': String(defaultPriority.releaseHours),
  seed: '1',
};
type Name = keyof typeof defaults;

const NumberSchema = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number));

function readQuestion(argv: string[]): Question {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, { type: 'string', default: value }]),
  ) as Record<Name, { type: 'string'; default: string }>;
  const { values } = parseArgs({ args: argv, options });
  const number = (name: Name) => {
    const read = v.safeParse(NumberSchema, values[name]);
    if (!read.success) throw new Error(`--${name} takes a number.\n${usage}`);
    return read.output;
  };
  const part = (name: Name) => {
    if (number(name) > 1) throw new Error(`--${name} is a part of one, such as 0.4.\n${usage}`);
    return number(name);
  };
  return {
    // Any Monday: a year has the same weeks wherever it begins.
    from: startOfDay('2026-01-05'),
    weeks: number('weeks'),
    placesAWeek: number('counsellors') * number('places'),
    demand: {
      requestsAWeek: number('demand'),
      leftBehindShare: part('left-behind'),
      soonShare: part('soon'),
      urgentShare: part('urgent'),
      cancelShare: part('cancel'),
      noShowShare: part('no-show'),
      declineShare: part('decline'),
    },
    settings: {
      ...defaultPriority,
      reservedShare: part('share'),
      releaseHours: number('release-hours'),
    },
    seed: number('seed'),
  };
}

/** Both courses side by side, for people to read. */
export function tableOf(withRule: Figures, without: Figures): string {
  const rows = [['', 'count', 'median', 'p95', 'longest', '| median', 'p95', 'longest']];
  const line = (name: string, one: Figures['all'], other: Figures['all'] | undefined) => {
    const [a, b, c] = [other?.median ?? 0, other?.p95 ?? 0, other?.longest ?? 0];
    rows.push([name, one.count, one.median, one.p95, one.longest, `| ${a}`, b, c].map(String));
  };
  line('everybody', withRule.all, without.all);
  for (const group of withRule.groups) {
    const same = (one: (typeof withRule.groups)[number]) =>
      one.first === group.first && one.urgency === group.urgency;
    const name = `${group.first ? 'kept places' : 'others'}, ${group.urgency}`;
    line(name, group, without.groups.find(same));
  }
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 3),
        )
        .join(''),
    )
    .join('\n');
}

function main(argv: string[]): void {
  const question = readQuestion(argv);
  const began = performance.now();
  const { withRule, without } = compare(question);
  const ms = Math.round(performance.now() - began);
  const { from, ...asked } = question;
  console.log(
    `From ${dayOf(from)}, ${asked.weeks} weeks: ${asked.placesAWeek} places and ${asked.demand.requestsAWeek} requests a week. Days waited, with the rule | first come:\n`,
  );
  console.log(tableOf(withRule, without));
  const kept = Math.round(withRule.keptUnused * 100);
  console.log(
    `\nkept places not taken until their release: ${kept} %; still waiting at the end: ${withRule.stillWaiting} | ${without.stillWaiting}; longer than 60 days: ${withRule.starved} | ${without.starved}`,
  );
  console.log(JSON.stringify({ simulate: asked, withRule, without, ms }));
}

if (require.main === module) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
