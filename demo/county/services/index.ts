import { dayMs } from '../../../cloudfunctions/rules/dates';
import type { ServiceDocument } from '../../../cloudfunctions/platform/collections';
import { clinics } from './clinics';
import { comingToYou } from './coming-to-you';
import { community } from './community';
import { serviceDocument, type ServiceEntry } from './entry';
import { hospitals } from './hospitals';
import { schoolRooms } from './school-rooms';

/** Every service of the county, in the order the directory lists them. */
export const serviceEntries: ServiceEntry[] = [
  ...schoolRooms,
  ...clinics,
  ...hospitals,
  ...community,
  ...comingToYou,
];

/** Somebody looked after each entry within the last two months, not all on the same day. */
export function serviceDocuments(today: number): ServiceDocument[] {
  return serviceEntries.map((entry, index) =>
    serviceDocument(entry, today - ((index * 7) % 60) * dayMs),
  );
}
