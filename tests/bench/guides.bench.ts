import { guides } from '../../cloudfunctions/platform/collections';
import { copiesOf, guideDocuments } from '../../demo/guides';
import { captureLog } from '../functions/support/log';
import type { Person } from '../functions/support/person';
import { startTestCloud, type TestCloud } from '../functions/support/test-cloud';
import { table } from './support/table';

export const about =
  'Opening the list of guides and one guide: calls, round trips, bytes; 30 and 5,000.';

/** design.md, "Budgets": a page is one call, two round trips on top of the caller's, 16 KB. */
const most = { calls: 1, trips: 3, bytes: 16 * 1024 };
const large = 5000;
const insertedAtOnce = 100;

interface Cost {
  opening: 'list' | 'guide';
  guides: number;
  calls: number;
  trips: number;
  bytes: number;
  rows: number;
}

export async function run(): Promise<boolean> {
  const log = captureLog();
  const test = await startTestCloud();
  try {
    const library = guideDocuments(Date.now());
    await test.database.addMany(guides, library);
    const small = await openings(test, library.length);
    const copies = copiesOf(library, large - library.length);
    for (let from = 0; from < copies.length; from += insertedAtOnce) {
      await test.database.addMany(guides, copies.slice(from, from + insertedAtOnce));
    }
    const many = await openings(test, large);
    const all = [...small, ...many];
    print(all);
    const within = all.every(
      ({ calls, trips, bytes, rows }) =>
        rows > 0 && calls <= most.calls && trips <= most.trips && bytes <= most.bytes,
    );
    // What a page costs may not grow with what there is besides it.
    const flat = small.every((cost, at) => {
      const later = many[at];
      return later?.trips === cost.trips && later.calls === cost.calls;
    });
    return within && flat;
  } finally {
    await test.close();
    log.stop();
  }
}

async function openings(test: TestCloud, count: number): Promise<Cost[]> {
  const somebody = test.as('bench-stranger');
  let calls = 0;
  let answer = '';
  const listening: Pick<Person, 'send'> = {
    async send(request) {
      calls += 1;
      const raw = await somebody.send(request);
      answer = JSON.stringify(raw);
      return raw;
    },
  };
  async function cost(opening: Cost['opening'], action: string, input: object): Promise<Cost> {
    const before = { calls, trips: test.cloud.stats().roundTrips };
    await listening.send({ action, input, requestId: `bench-guides-${opening}-${count}` });
    const trips = test.cloud.stats().roundTrips - before.trips;
    const rows = (answer.match(/"crisisRelated"/g) ?? []).length;
    const bytes = Buffer.byteLength(answer);
    return { opening, guides: count, calls: calls - before.calls, trips, bytes, rows };
  }
  return [
    await cost('list', 'guides.listGuides', { audience: 'caregiver' }),
    await cost('guide', 'guides.getGuide', { guideId: 'c1-signs' }),
  ];
}

function print(costs: Cost[]): void {
  console.log(
    table([
      ['opening', 'guides there', 'calls', 'round trips', 'bytes', 'rows'],
      ...costs.map(({ opening, guides: there, calls, trips, bytes, rows }) => [
        opening,
        there,
        calls,
        trips,
        bytes,
        rows,
      ]),
    ]),
  );
  for (const cost of costs) console.log(JSON.stringify({ bench: 'guides', ...cost, most }));
}
