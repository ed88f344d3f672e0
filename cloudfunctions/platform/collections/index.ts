import { appointments, counsellors, slots } from './booking';
import { children } from './children';
import type { AnyCollection } from './collection';
import { invitations, posts, quotas, system } from './entry';
import { hotlines, regions, schools, services } from './directory';
import { guides } from './guides';
import { people } from './people';
import { accessLog, consentRecords, events, leases, progress } from './records';

export * from './booking';
export * from './children';
export * from './collection';
export * from './directory';
export * from './entry';
export * from './guides';
export * from './people';
export * from './records';

/** The one list of collections and indexes: deployment, local cloud and tests read it. */
export const collections: AnyCollection[] = [
  people,
  children,
  counsellors,
  slots,
  appointments,
  regions,
  services,
  hotlines,
  schools,
  guides,
  events,
  accessLog,
  consentRecords,
  invitations,
  posts,
  quotas,
  system,
  leases,
  progress,
];
