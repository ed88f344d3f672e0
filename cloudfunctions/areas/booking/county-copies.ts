import { defaultPriority } from '@rules/priority';
import { services, settings, type CounsellorDocument } from '../../platform/collections';
import type { Database } from '../../platform/database';

/** What a counsellor's document copies from the county. */
export type CountyCopies = Pick<CounsellorDocument, 'services' | 'holidays' | 'reserve'>;

/** More places than a county's counsellors work at. */
const atMost = 60;

/** As the county has it now. Two round trips. */
export async function readCounty(database: Database, county: string): Promise<CountyCopies> {
  const bookable = await database.find(services, {
    where: { county, ways: 'book' },
    order: [['_id', 'asc']],
    limit: atMost,
  });
  const set = await database.get(settings, county);
  return {
    services: bookable.map(({ _id: id, name, cost, bring, travel, closedOn }) => ({
      ...{ id, name, cost, bring, travel },
      ...(closedOn !== undefined && { closedOn }),
    })),
    holidays: set?.holidays ?? [],
    reserve: reserveOf(set?.priority ?? defaultPriority),
  };
}

/** The numbers of the rule of priority that places are made with. */
export function reserveOf({
  reservedShare,
  releaseHours,
}: CounsellorDocument['reserve']): CounsellorDocument['reserve'] {
  return { reservedShare, releaseHours };
}
