import { appointments, counsellors, slots } from './booking';
import { children } from './children';
import type { AnyCollection } from './collection';
import { invitations, posts, quotas, system } from './entry';
import { hotlines, regions, schools, services } from './directory';
import { guideProgress, guides } from './guides';
import { people } from './people';
import {
  accessLog,
  consentRecords,
  due,
  events,
  leases,
  notices,
  progress,
  recordings,
} from './records';
import { settings, tallies, waitlist } from './waitlist';

export * from './booking';
export * from './children';
export * from './collection';
export * from './directory';
export * from './entry';
export * from './guides';
export * from './people';
export * from './records';
export * from './waitlist';

/** The one list of collections and indexes: deployment, local cloud and tests read it. */
export const collections: AnyCollection[] = [
  people,
  children,
  counsellors,
  slots,
  appointments,
  waitlist,
  settings,
  tallies,
  regions,
  services,
  hotlines,
  schools,
  guides,
  guideProgress,
  events,
  due,
  notices,
  accessLog,
  consentRecords,
  recordings,
  invitations,
  posts,
  quotas,
  system,
  leases,
  progress,
];
